"""What Glasswork costs, as ratios taken in one run; see docs/tasks/cut-a-release.md."""
