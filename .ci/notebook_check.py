"""Proves that an exported Jupyter notebook replays: an entry is exported, its cells are executed against a running Brainwright
on an empty workspace, and the ids and rows must be those of the entry.

Usage: notebook_check.py WORKSPACE [ENTRY]     WORKSPACE holds the entry (default: the first one)

Needs in its Python: ./python, nbclient, nbformat, ipykernel, matplotlib. Exit code 0 where everything is the same.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

LAUNCHER = os.environ.get("BRAINWRIGHT", str(Path(__file__).parents[1] / "brainwright"))
PATIENCE_S = 240


def start(workspace: str):
    """Starts the services on a workspace; gives the process and its two addresses."""
    process = subprocess.Popen([LAUNCHER, "--workspace", workspace], stdout=subprocess.PIPE, text=True)
    said = ""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        line = process.stdout.readline()
        if not line:
            break
        said += line
        services = re.search(r"services\s+(127\.0\.0\.1:\d+)", said)
        broker = re.search(r"broker\s+(\S+:\d+)", said)
        if services and broker and "Ctrl-C" in said:
            return process, services.group(1), broker.group(1)
    process.kill()
    raise SystemExit(f"Brainwright did not start:\n{said}")


def main() -> int:
    workspace, entry = sys.argv[1], (sys.argv[2:] + ["1"])[0]
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "entry.ipynb"
        subprocess.run(
            [LAUNCHER, "notebook", "export", entry, "--format", "ipynb", "--out", str(file), "--workspace", workspace],
            check=True,
        )
        notebook = nbformat.read(file, as_version=4)
        nbformat.validate(notebook)
        process, services, broker = start(str(Path(scratch) / "empty"))
        try:
            os.environ["BRAINWRIGHT_SERVICES"], os.environ["BRAINWRIGHT_KAFKA"] = services, broker
            os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
            NotebookClient(notebook, timeout=PATIENCE_S, kernel_name="python3").execute()
        finally:
            process.terminate()
            process.wait(timeout=120)
    said = [o.get("text", "") for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    pictures = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs if "image/png" in o.get("data", {})]
    same = [text for text in said if "all with the ids and the rows of the recorded run" in text]
    print("".join(same) or "the comparison of the ids did not run", f"{len(pictures)} pictures")
    return 0 if same and pictures else 1


if __name__ == "__main__":
    sys.exit(main())
