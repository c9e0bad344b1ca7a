"""Statements of the hot paths, and the bytes that a browser fetches: counted in one process, the same every time."""

from bench.folders import new_folder, ours


def measure() -> dict[str, float]:
    """Numbers by name. Statements are with BEGIN and COMMIT; bytes are gzipped, of the heaviest page."""
    with new_folder() as folder:
        people = ours(folder, "make", couples=1, evenings=[110])
        return ours(folder, "weigh", couple=people["couples"][0], history=people["by_evenings"][0][0])


if __name__ == "__main__":
    for name, number in measure().items():
        print(f"{name}: {number:,}")
