"""Plain Python with no models and no Django."""
