"""The twelve situations: one module each, all of one shape, holding every row of the specification."""
