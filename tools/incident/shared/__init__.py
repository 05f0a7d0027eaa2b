"""What the situations share: danger, harm, police stage, age, telling, talking, things, conflicts, verdicts, scripts."""
