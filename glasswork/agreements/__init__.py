"""Agreements: lines that both have said yes to, what somebody says about contact, and openness that ends."""
