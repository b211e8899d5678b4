"""Compares a circuit's folder with a copy of it: every HDF5 object, attribute, type, shape and value; every other file byte by byte.

usage: python .ci/sonata_copy_check.py ORIGINAL COPY [--extended]      (needs h5py, numpy)
--extended: the copy may hold more. Configurations are left out: their paths may have moved.
"""
import glob
import os
import sys

import h5py
import numpy as np


def kind(dtype):
    return str(dtype), str(h5py.check_string_dtype(dtype)), sorted((h5py.check_enum_dtype(dtype) or {}).items())


def attributes(a, b, path, extended, faults):
    names = set(a.attrs) - set(b.attrs) if extended else set(a.attrs) ^ set(b.attrs)
    if names:
        faults.append((path, "attributes", names))
    for name in set(a.attrs) & set(b.attrs):
        x, y = a.attrs.get_id(name), b.attrs.get_id(name)
        if kind(x.dtype) != kind(y.dtype) or x.shape != y.shape:
            faults.append((path, name, x.dtype, y.dtype, x.shape, y.shape))
        elif not np.array_equal(np.asarray(a.attrs[name]), np.asarray(b.attrs[name])):
            faults.append((path, name, "value"))


def compare(a, b, path, extended, faults):
    attributes(a, b, path, extended, faults)
    if isinstance(a, h5py.Dataset):
        if kind(a.dtype) != kind(b.dtype) or a.id.get_type().get_size() != b.id.get_type().get_size() or a.shape != b.shape:
            faults.append((path, a.dtype, b.dtype, a.shape, b.shape))
        elif not np.array_equal(a[()], b[()], equal_nan=a.dtype.kind == "f"):
            faults.append((path, "values"))
        return 1
    names = set(a) - set(b) if extended else set(a) ^ set(b)
    if names:
        faults.append((path, "children", names))
    return 1 + sum(compare(a[k], b[k], path + "/" + k, extended, faults) for k in set(a) & set(b))


def main():
    original, copy, extended = sys.argv[1], sys.argv[2], "--extended" in sys.argv
    files = objects = 0
    faults = []
    for file in glob.glob(original + "/**/*", recursive=True):
        other = os.path.join(copy, os.path.relpath(file, original))
        if os.path.isfile(file) and os.path.exists(other):
            files += 1
            if file.endswith(".h5"):
                with h5py.File(file) as a, h5py.File(other) as b:
                    objects += compare(a, b, os.path.relpath(file, original), extended, faults)
            elif not file.endswith(".json") and open(file, "rb").read() != open(other, "rb").read():
                faults.append((file, "bytes"))
    print("%d files, %d HDF5 objects compared, %d differ" % (files, objects, len(faults)))
    for fault in faults:
        print(*fault)
    sys.exit(1 if faults or not objects else 0)


main()
