"""Opens an exported crate with the RO-Crate community's own library and checks what a Workflow Run Crate must hold.

Usage: rocrate_check.py CRATE.zip|FOLDER     Needs in its Python: rocrate. Exit code 0 where all holds.
"""

import hashlib
import sys
import tempfile
import zipfile
from pathlib import Path

from rocrate.rocrate import ROCrate


def main() -> int:
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1])
        if folder.suffix == ".zip":
            zipfile.ZipFile(folder).extractall(scratch)
            folder = Path(scratch)
        crate = ROCrate(folder)
        plan = crate.mainEntity
        if plan is None or "ComputationalWorkflow" not in plan.type:
            faults.append("the main entity is no ComputationalWorkflow")
        actions = [e for e in crate.get_entities() if e.type == "CreateAction"]
        if not actions:
            faults.append("there is no CreateAction")
        for action in actions:
            if action["instrument"] != plan:
                faults.append(f"{action.id} was not done with the plan")
            for property in ("object", "result", "agent", "startTime", "endTime"):
                if not action.get(property):
                    faults.append(f"{action.id} has no {property}")
        for file in crate.get_by_type("File"):
            path = folder / file.id
            if not path.is_file():
                faults.append(f"{file.id} is described but not there")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
                faults.append(f"{file.id} has another checksum")
    print("\n".join(faults) or f"a sound crate: {len(actions)} runs, {len(list(crate.get_entities()))} entities")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
