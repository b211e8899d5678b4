"""Looks at the list of what the program is made of (CycloneDX): every jar is on it, and every licence is one that we may pass on.

usage: sbom_check.py APP     APP as `brainwright app APP` makes it: bom.json and lib/
"""

import json
import pathlib
import sys

# Passed on with the program under their own terms. A component with several licences may be taken under any one of them.
ALLOWED = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD licence",  # antlr-runtime: BSD-3-Clause by its file
    "CC0-1.0",
    "EPL-2.0",
    "Go License",  # re2j: BSD-3-Clause by its file
    "GPL-2.0-with-classpath-exception",
    "MIT",
    "MIT-0",
}
# Named one by one, with the reason.
EXCEPTIONS = {
    "ST4": "BSD-4-Clause by mistake of the list; its file is BSD-3-Clause",
    "ffmpeg": "the binding is Apache-2.0; the program within is built as LGPL-2.1-or-later and runs as a process of its own",
    "javacpp": "Apache-2.0 at choice",
    "jfreechart": "LGPL-2.1-or-later, a jar of its own that anyone may replace; none of it is in our jars",
}


def licences(component):
    found = set()
    for entry in component.get("licenses", []):
        licence = entry.get("license", {})
        found.add(entry.get("expression") or licence.get("id") or licence.get("name"))
    return found


def main(app):
    bom = json.loads((app / "bom.json").read_text())
    components = bom["components"]
    faults = []
    for component in components:
        if component.get("group") == "io.brainwright" or component["name"] in EXCEPTIONS:
            continue
        found = licences(component)
        if not found & ALLOWED:
            faults.append(f"{component['name']} {component['version']}: {sorted(map(str, found)) or 'no licence'}")
    names = {f"{c['name']}-{c['version']}" for c in components}
    for jar in sorted((app / "lib").glob("*.jar")):
        if not any(jar.stem == name or jar.stem.startswith(name + "-") for name in names):
            faults.append(f"{jar.name} is not on the list")
    print("\n".join(faults) or f"{len(components)} components, all on the list, all under licences that we may pass on")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
