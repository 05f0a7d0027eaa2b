"""What the situations share: danger, harm, police stage, telling, talking, notices, conflicts, verdicts, scripts."""
