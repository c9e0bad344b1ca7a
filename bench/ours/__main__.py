"""``python -m bench.ours ACT JSON``: one act inside Django on the folder in GLASSWORK_DATA; prints JSON."""

import json
import sys
from importlib import import_module

from glasswork.config.folder import open_folder

ACTS = {"make": "couples", "crowd": "crowd", "promises": "promises", "talks": "talks", "weigh": "pages"}


def main() -> None:
    act, wish = sys.argv[1], json.loads(sys.argv[2])
    open_folder(is_first_use_fine=True)
    import_module("glasswork.config.host").make_ready()
    print(json.dumps(import_module(f"bench.ours.{ACTS[act]}").run(**wish)))


if __name__ == "__main__":
    main()
