#!/usr/bin/env bash
# Wheels of our Python package and of all that it needs into .build/wheels, so that an image of a Python stage is built without a package index.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
wheels=.build/wheels
pip="${PIP:-python3 -m pip}"
mkdir -p "$wheels"
$pip wheel -q --no-deps -w "$wheels" ./python
$pip download -q --only-binary=:all: --python-version 3.11 --implementation cp --find-links "$wheels" -d "$wheels" brainwright
