"""What threads, unlike trees and the number of cells cost in the simulator; 'sim bench' of generated cases, in turns.

usage: python simulator_scaling.py threads|trees|sizes|start [--rounds N] [--backend opencl] REFERENCE COMMAND ...
  REFERENCE  the folder that holds sim/ and anatomy/
  COMMAND    starts the simulator's command line, e.g. ./brainwright
threads  the ring of 256 cells: one process with two threads against two processes with one each, started together
trees    the reconstructed cells of the folder (soma and dendrites, ten channels), each with its own tree, against as many of one of middle size
sizes    10, 100, 1000 and 10,000 cells of the ring
start    kernel and driver in fresh processes, with an empty and with a filled cache
"""
import argparse, json, os, pathlib, statistics, subprocess, tempfile, time


def bench(command, path, backend, threads):
    env = dict(os.environ, POCL_MAX_PTHREAD_COUNT=str(threads))
    return subprocess.Popen(command + ["sim", "bench", str(path), "--backend", backend, "--threads", str(threads)], env=env,
                            stdout=subprocess.PIPE, text=True)


def told(process):
    out = process.communicate()[0]
    if process.returncode:
        raise SystemExit(f"{process.args} failed")
    return json.loads([l for l in out.splitlines() if l.startswith("{")][-1])


def middle(values):
    return f"{statistics.median(values):.1f} {[round(v, 1) for v in values]}"


def threads(args, work):
    path = args.reference / "sim/bench/hh-ring-256.case.json"
    wall, cpu = [], []
    for number in range(args.rounds):
        one = told(bench(args.command, path, args.backend, 2))
        two = [told(p) for p in [bench(args.command, path, args.backend, 1) for _ in range(2)]]
        wall.append((one["mcs_per_s"], sum(t["mcs_per_s"] for t in two)))
        cpu.append((one["mcs_per_cpu_s"], statistics.mean(t["mcs_per_cpu_s"] for t in two)))
        print(number + 1, "wall", wall[-1], "cpu", cpu[-1], flush=True)
    for name, pairs in (("Mcs per second", wall), ("Mcs per CPU second", cpu)):
        print(f"| {name} | {middle([p[0] for p in pairs])} | {middle([p[1] for p in pairs])} | {statistics.median(a / b for a, b in pairs):.2f} |")


def dendrites(path):
    """Leaves a cell's soma and dendrites; whether it has all of them, and no two of its points at one place (a section of no length)."""
    kept, rows, twice = {}, [], False
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            number, kind, *rest = line.split()
            if kind != "2" and (rest[-1] == "-1" or rest[-1] in kept):
                kept[number] = rest[:3]
                twice |= rest[-1] != "-1" and kept[rest[-1]] == rest[:3]
                rows.append((kind, line))
    path.write_text("\n".join(line for _, line in rows) + "\n")
    kinds = {kind for kind, _ in rows}
    return {"1", "3", "4"} <= kinds and not twice


def trees(args, work):
    model = json.loads((args.reference / "sim/morph_active/case.json").read_text())
    sources = sorted((args.reference / "anatomy/morphologies").glob("*.h5"))
    subprocess.run(args.command + ["morphology", "convert", "--repair", "--to=SWC", f"--out={work}"] + [str(f) for f in sources], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    files = [f for f in sorted(work.glob("*.swc")) if dendrites(f)]
    template = {k: v for k, v in model["cells"][0].items() if k not in ("swc", "count")}

    def case(name, shapes):
        cells = [dict(template, id=f"cell{i}", swc={"file": s.name, "groups": {"1": "soma", "3": "basal", "4": "apical"}, "compartment_step_um": 40})
                 for i, s in enumerate(shapes)]
        path = work / f"{name}.json"
        path.write_text(json.dumps({"format": model["format"], "kind": "experiment", "name": name, "cells": cells, "expect": [], "records": [],
                                    "run": {**model["run"], "tstop_ms": args.tstop}}))
        return path

    files.sort(key=lambda f: len(f.read_text().splitlines()))
    unlike, alike = case("unlike", files), case("alike", [files[len(files) // 2]] * len(files))
    print(len(files), "cells")
    rates = []
    for number in range(args.rounds):
        a, b = (told(bench(args.command, p, args.backend, 1)) for p in (unlike, alike))
        rates.append((a["mcs_per_cpu_s"], b["mcs_per_cpu_s"]))
        print(number + 1, rates[-1], "bytes", a["state_bytes_per_compartment"], b["state_bytes_per_compartment"], flush=True)
    print(f"| {middle([r[0] for r in rates])} | {middle([r[1] for r in rates])} | {statistics.median(a / b for a, b in rates):.2f} |")


def sizes(args, work):
    ring = json.loads((args.reference / "sim/bench/hh-ring-256.case.json").read_text())
    paths = {}
    for n, tstop in ((10, 400), (100, 200), (1000, 50), (10_000, 10)):
        case = json.loads(json.dumps(ring))
        case["cells"][0]["count"] = n
        case["run"]["tstop_ms"] = tstop
        case["expect"] = []
        case["synapse_rules"][0]["inputs"][0]["ring_previous"]["ring_size"] = 2
        case["synapse_rules"][1]["inputs"][0]["from_cell"]["mod"] = n
        paths[n] = work / f"ring{n}.json"
        paths[n].write_text(json.dumps(case))
    rates = {n: [] for n in paths}
    for number in range(args.rounds):
        for n, path in paths.items():
            rates[n].append(told(bench(args.command, path, args.backend, 1)))
        print(number + 1, {n: round(r[-1]["mcs_per_cpu_s"], 1) for n, r in rates.items()}, flush=True)
    for n, r in rates.items():
        print(f"| {n} | {middle([t['mcs_per_cpu_s'] for t in r])} | {r[-1]['state_bytes_per_compartment']:.0f} | {r[-1]['rss_mb']:.0f} |")


def start(args, work):
    for name in ("hh-ring-32", "cortical-8"):
        path = args.reference / f"sim/bench/{name}.case.json"
        cold, warm, driver = [], [], []
        for _ in range(args.rounds):
            with tempfile.TemporaryDirectory() as cache:
                os.environ["POCL_CACHE_DIR"] = cache
                for found in (cold, warm):
                    t = told(bench(args.command, path, args.backend, 1))
                    found.append(t["kernel_s"])
                    driver.append(t["driver_s"])
        print(f"| {name} | {statistics.median(driver):.2f} | {statistics.median(cold):.2f} {[round(c, 2) for c in cold]} | {statistics.median(warm):.2f} {[round(w, 2) for w in warm]} |")


parse = argparse.ArgumentParser()
parse.add_argument("what", choices=["threads", "trees", "sizes", "start"])
parse.add_argument("--rounds", type=int, default=3), parse.add_argument("--backend", default="opencl"), parse.add_argument("--tstop", type=float, default=50)
parse.add_argument("reference", type=pathlib.Path), parse.add_argument("command", nargs=argparse.REMAINDER)
args = parse.parse_args()
print("load", os.getloadavg())
with tempfile.TemporaryDirectory() as folder:
    {"threads": threads, "trees": trees, "sizes": sizes, "start": start}[args.what](args, pathlib.Path(folder))
print("load", os.getloadavg())
