"""What test modules share and that is no test itself."""
