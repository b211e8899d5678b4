"""Simulator speed: Brainwright against CoreNEURON and Arbor; CPU seconds of stepping alone, in turns, the same network.

usage: python simulator.py [--rounds N] [--tstop MS] [--folder DIR] [--backends opencl,java] [--peers coreneuron,arbor] [--flags "-O3 ..."] CASE.json COMMAND ...
  CASE.json  a network of reference/sim/bench (hh-ring-256.case.json, cortical-32.case.json)
  --tstop    run, and compare spikes, only so far
  COMMAND    starts the simulator's command line, e.g. ./brainwright
Needs neuron 9.0.2 and arbor 0.12.2 (PyPI), setuptools, gcc. Mechanisms: peers/mechanisms, written for speed (locals, factors computed beforehand,
no branch), compiled by nrnivmodl -coreneuron with --flags. Arbor builds only the ring (it has no mechanism for the cortical synapses).
A peer's rate is taken between 20 ms and the end of the run, so that set-up is left out; ours is the second run of a process, so that the first
has compiled. Every run's spikes are held against the case's own list.
"""
import argparse, csv, json, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
WARM_ms = 20.0


def formula(f, i, k):
    if not isinstance(f, dict):
        return f
    n = f.get("i", 0) * i + f.get("k", 0) * k + f.get("add", 0)
    n = n % f["mod"] if f.get("mod") else n
    return f.get("base", 0) + f.get("step", 1) * n / f.get("div", 1)


def sources(case, rule, i, k, cells):
    """(kind, value, delay_ms, weight_uS) of each input of a synapse."""
    for x in rule["inputs"]:
        only = x.get("only_cells")
        if only and i % only["mod"] != only["equals"]:
            continue
        delay = formula(x.get("delay_ms", 0), i, k)
        if "ring_previous" in x:
            r = x["ring_previous"]["ring_size"]
            yield "cell", i // r * r + (i % r - 1) % r, delay, x["weight_uS"]
        elif "from_cell" in x:
            yield "cell", int(formula(x["from_cell"], i, k)), delay, x["weight_uS"]
        elif "events_ms" in x:
            yield "events", x["events_ms"], delay, x["weight_uS"]
        else:
            interval = formula(x["train"]["interval_ms"], i, k)
            start = formula(x["train"]["start_ms"], i, k) if "start_ms" in x["train"] else interval * formula(x["train"]["phase"], i, k)
            yield "train", (interval, start), delay, x["weight_uS"]


def coreneuron(case):
    from neuron import coreneuron as core, h
    h.load_file("stdrun.hoc")
    model, run = case["cells"][0], case["run"]
    h.celsius, h.dt = run["celsius_degC"], run["dt_ms"]
    pc = h.ParallelContext()
    h.CVode().cache_efficient(1)
    cells, kept, out = [], [], []
    for i in range(model["count"]):
        sections = []
        for s in model["sections"]:
            section = h.Section(name=f"c{i}s{s['id']}")
            section.L, section.diam, section.nseg, section.Ra = s["length_um"], s["diam_um"], s["compartments"], model["Ra_ohm_cm"]
            if s["parent"] >= 0:
                section.connect(sections[s["parent"]](s["parent_x"]), 0)
            group = model["groups"][s["group"]]
            section.cm = group["cm_uF_cm2"]
            for name, parameters in group["mechanisms"].items():
                suffix = "pas" if name == "pas" else "bench_" + name
                section.insert(suffix)
                for p, value in parameters.items():
                    setattr(section, f"{ {'g_S_cm2': 'g', 'e_mV': 'e'}[p] if name == 'pas' else p }_{suffix}".replace(" ", ""), value)
            for ion in ("ena", "ek"):
                if hasattr(section, ion):
                    setattr(section, ion, model["ions"][ion + "_mV"])
            sections.append(section)
        cells.append(sections)
        pc.set_gid2node(i, pc.id())
        d = model["spike_detector"]
        detector = h.NetCon(sections[d["section"]](d["x"])._ref_v, None, sec=sections[d["section"]])
        detector.threshold = d["threshold_mV"]
        pc.cell(i, detector)
        kept.append(detector)
    if "cao_mM" in model["ions"]:
        h.cao0_ca_ion, h.cai0_ca_ion = model["ions"]["cao_mM"], model["ions"]["cai_mM"]
    for rule in case["synapse_rules"]:
        plain = rule["type"] == "ExpSyn"
        for i in range(len(cells)):
            for k in range(rule["k_from"], rule["k_to"] + 1):
                place = cells[i][int(formula(rule["section"], i, k))](formula(rule["x"], i, k))
                synapse = (h.ExpSyn if plain else getattr(h, "bench_" + rule["type"]))(place)
                for p, value in rule["parameters"].items():
                    setattr(synapse, {"tau_ms": "tau", "e_mV": "e"}[p] if plain else p, value)
                kept.append(synapse)
                for kind, value, delay, weight in sources(case, rule, i, k, len(cells)):
                    if kind == "cell":
                        con = pc.gid_connect(value, synapse)
                        con.delay = delay
                    else:
                        stim = h.NetStim()
                        stim.noise = 0
                        if kind == "train":
                            stim.interval, stim.start, stim.number = value[0], value[1], 1e9
                            lag = delay
                        else:
                            assert len(value) == 1
                            stim.interval, stim.start, stim.number, lag = 1e9, value[0] / 2 + delay, 1, value[0] / 2
                        con = h.NetCon(stim, synapse)
                        con.delay = lag
                        kept.append(stim)
                    con.weight[0] = weight
                    kept.append(con)
    times, gids = h.Vector(), h.Vector()
    pc.spike_record(-1, times, gids)
    core.enable, core.verbose = True, 0
    pc.set_maxstep(10)
    h.finitialize(run["v_init_mV"])
    t = [time.process_time()]
    for until in (WARM_ms, run["tstop_ms"]):
        pc.psolve(until)
        t.append(time.process_time())
    ms = run["tstop_ms"] - 2 * WARM_ms  # each psolve has the same set-up, so it drops out of the difference
    return (t[2] - t[1]) - (t[1] - t[0]), ms, sorted(zip(map(int, gids), times))


def arbor(case):
    import arbor as A
    from arbor import units as U
    model, run = case["cells"][0], case["run"]
    count, rules = model["count"], case["synapse_rules"]
    soma = model["sections"][0]
    tree, ends = A.segment_tree(), {}
    r = soma["diam_um"] / 2
    middle = tree.append(A.mnpos, A.mpoint(-soma["length_um"] / 2, 0, 0, r), A.mpoint(0, 0, 0, r), tag=1)
    tree.append(middle, A.mpoint(0, 0, 0, r), A.mpoint(soma["length_um"] / 2, 0, 0, r), tag=1)
    ends[0] = (middle, 0.0)
    labels = {"middle": "(location 0 1)"}
    for s in model["sections"][1:]:
        parent, x = ends[s["parent"]]
        end = tree.append(parent, A.mpoint(x, s["id"], 0, s["diam_um"] / 2), A.mpoint(x + s["length_um"], s["id"], 0, s["diam_um"] / 2), tag=3)
        ends[s["id"]] = (end, x + s["length_um"])
    g = model["groups"]["dend"]["mechanisms"]["hh"]
    per_branch = model["sections"][1]["compartments"]

    class Ring(A.recipe):
        def __init__(self):
            A.recipe.__init__(self)
            self.properties = A.neuron_cable_properties()
            self.labels = A.label_dict(labels)
            self.policy = A.cv_policy_single("(tag 1)") | A.cv_policy_fixed_per_branch(per_branch, "(tag 3)")
            self.branch = {}  # arbor numbers branches itself: found by position
            m = A.morphology(tree)
            for b in range(m.num_branches):
                first = m.branch_segments(b)[0]
                if first.tag == 3:
                    self.branch[int(first.prox.y)] = b

        def num_cells(self): return count
        def cell_kind(self, gid): return A.cell_kind.cable
        def global_properties(self, kind): return self.properties
        def probes(self, gid): return []

        def cell_description(self, gid):
            d = A.decor()
            d.set_property(Vm=run["v_init_mV"] * U.mV, tempK=(run["celsius_degC"] + 273.15) * U.Kelvin, rL=model["Ra_ohm_cm"] * U.Ohm * U.cm, cm=0.01 * U.F / U.m2)
            d.set_ion("na", rev_pot=model["ions"]["ena_mV"] * U.mV)
            d.set_ion("k", rev_pot=model["ions"]["ek_mV"] * U.mV)
            d.paint('(all)', A.density("hh", {"gnabar": g["gnabar_S_cm2"], "gkbar": g["gkbar_S_cm2"], "gl": g["gl_S_cm2"], "el": g["el_mV"]}))
            d.place('"middle"', A.threshold_detector(model["spike_detector"]["threshold_mV"] * U.mV), "out")
            for number, rule in enumerate(rules):
                for k in range(rule["k_from"], rule["k_to"] + 1):
                    section = int(formula(rule["section"], gid, k))
                    x = formula(rule["x"], gid, k)
                    at = '"middle"' if section == 0 else f"(location {self.branch[section]} {x})"
                    p = rule["parameters"]
                    d.place(at, A.synapse("expsyn", {"tau": p["tau_ms"], "e": p["e_mV"]}), f"s{number}_{k}")
            return A.cable_cell(tree, d, self.labels, self.policy)

        def inputs(self, gid, kind):
            for number, rule in enumerate(rules):
                for k in range(rule["k_from"], rule["k_to"] + 1):
                    for found, value, delay, weight in sources(case, rule, gid, k, count):
                        if (found == "cell") == (kind == "cell"):
                            yield f"s{number}_{k}", value, delay, weight

        def connections_on(self, gid):
            return [A.connection((value, "out"), to, weight, delay * U.ms) for to, value, delay, weight in self.inputs(gid, "cell")]

        def event_generators(self, gid):
            return [A.event_generator(to, weight, A.explicit_schedule([(t + delay) * U.ms for t in value]))
                    for to, value, delay, weight in self.inputs(gid, "events")]

    recipe = Ring()
    context = A.context(threads=1)
    sim = A.simulation(recipe, context)
    sim.record(A.spike_recording.all)
    sim.run(WARM_ms * U.ms, run["dt_ms"] * U.ms)
    start = time.process_time()
    sim.run(run["tstop_ms"] * U.ms, run["dt_ms"] * U.ms)
    spent = time.process_time() - start
    return spent, run["tstop_ms"] - WARM_ms, sorted((int(s["source"]["gid"]), float(s["time"])) for s in sim.spikes())


def expected(case, path):
    wanted = next(e for e in case["expect"] if e["type"] == "network_spikes")
    with open(path.parent / wanted["file"]) as file:
        return sorted((int(row[wanted["cell_column"]]), float(row[wanted["time_column"]])) for row in csv.DictReader(file))


def shortened(path, tstop_ms, folder):
    """The same case and its spikes, only so far."""
    case = json.loads(path.read_text())
    spikes = [s for s in expected(case, path) if s[1] <= tstop_ms + 1e-9]
    wanted = next(e for e in case["expect"] if e["type"] == "network_spikes")
    with open(folder / wanted["file"], "w", newline="") as file:
        table = csv.writer(file)
        table.writerow([wanted["time_column"], wanted["cell_column"]])
        table.writerows((f"{t:.6f}", gid) for gid, t in sorted(spikes, key=lambda s: (s[1], s[0])))
    case["run"]["tstop_ms"] = tstop_ms
    (folder / path.name).write_text(json.dumps(case))
    return folder / path.name


def compartment_steps(case, ms):
    model = case["cells"][0]
    return model["count"] * sum(s["compartments"] for s in model["sections"]) * ms / case["run"]["dt_ms"]


def role(name, path):
    case = json.loads(path.read_text())
    spent, ms, spikes = {"coreneuron": coreneuron, "arbor": arbor}[name](case)
    wanted = expected(case, path)
    error = max((abs(a[1] - b[1]) for a, b in zip(spikes, wanted)), default=0) if [s[0] for s in spikes] == [s[0] for s in wanted] else None
    print(json.dumps({"mcs_per_cpu_s": 1e-6 * compartment_steps(case, ms) / spent, "spikes": len(spikes), "expected": len(wanted), "spike_error_ms": error}))


def build(folder, flags):
    shutil.copytree(HERE / "mechanisms", folder / "mod")
    tool = pathlib.Path(sys.executable).parent / "nrnivmodl"
    subprocess.run([str(tool), "-coreneuron", "-incflags", flags, "mod"], cwd=folder, check=True, capture_output=True, text=True)


def last_json(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise SystemExit(f"{command} failed:\n{done.stdout}\n{done.stderr}")
    return json.loads([l for l in done.stdout.splitlines() if l.startswith("{")][-1])


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("case", type=pathlib.Path), parse.add_argument("--rounds", type=int, default=3)
    parse.add_argument("--backends", default="opencl,java"), parse.add_argument("--peers", default="coreneuron,arbor")
    parse.add_argument("--tstop", type=float)
    parse.add_argument("--flags", default="-O3 -march=native -ffast-math")
    parse.add_argument("--folder", type=pathlib.Path, help="where CoreNEURON's mechanisms are built, kept for the next run")
    parse.add_argument("command", nargs=argparse.REMAINDER)
    args = parse.parse_args()
    path = args.case.resolve()
    if args.tstop:
        path = shortened(path, args.tstop, pathlib.Path(tempfile.mkdtemp()))
    peers = [p for p in args.peers.split(",") if p and not (p == "arbor" and "cortical" in path.name)]
    folder = args.folder or pathlib.Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    if "coreneuron" in peers and not (folder / "x86_64").exists():
        build(folder, args.flags)
    one = dict(os.environ, OMP_NUM_THREADS="1", POCL_MAX_PTHREAD_COUNT="1")
    rates = {}
    for number in range(args.rounds):
        for backend in [b for b in args.backends.split(",") if b]:
            told = last_json(args.command + ["sim", "bench", str(path), "--backend", backend, "--threads", "1"], env=one)
            rates.setdefault("brainwright " + backend, []).append(told)
        for peer in peers:
            told = last_json([sys.executable, __file__, "--role", peer, str(path)], env=one, cwd=folder)
            rates.setdefault(peer, []).append(told)
        print(number + 1, {n: round(r[-1]["mcs_per_cpu_s"], 1) for n, r in rates.items()}, flush=True)
    print(f"\n{path.name}, million compartment steps per CPU second, one thread, median of {args.rounds} rounds in turns\n")
    names = list(rates)
    print("| | Mcs/s [rounds] | " + " | ".join(f"/ {p}" for p in peers) + " | spikes | worst spike error, ms |")
    print("|---" * (4 + len(peers)) + "|")
    median = {n: statistics.median(r["mcs_per_cpu_s"] for r in rates[n]) for n in names}
    for n in names:
        ratio = " | ".join(f"{statistics.median(a['mcs_per_cpu_s'] / b['mcs_per_cpu_s'] for a, b in zip(rates[n], rates[p])):.2f}" for p in peers)
        errors = [r["spike_error_ms"] for r in rates[n]]
        print(f"| {n} | {median[n]:.1f} {[round(r['mcs_per_cpu_s'], 1) for r in rates[n]]} | {ratio} | {rates[n][-1]['spikes']} | {errors[-1]} |")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--role":
        role(sys.argv[2], pathlib.Path(sys.argv[3]))
    else:
        main()
