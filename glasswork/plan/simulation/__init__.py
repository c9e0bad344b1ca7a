"""Many made-up people live with the plan for weeks, and nothing may go wrong for any of them. Pure, without Django."""
