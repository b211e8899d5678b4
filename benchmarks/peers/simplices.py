"""Directed simplices of a made graph: Brainwright's command line against pyflagsercount, CPU seconds, one after the other in turns.

usage: python simplices.py [graph] [rounds] [brainwright command ...]     (needs numpy, scipy, pyflagsercount)
The peer's time is its counting alone; Brainwright's is the whole process, its start and the reading of the CSV file included.
"""
import json, os, resource, statistics, subprocess, sys, tempfile, time
from made_graph import edges

PEER = """
import sys, time, json, resource, numpy as np, scipy.sparse as sp, pyflagsercount
g = np.load(sys.argv[1]); n = int(g["n"])
m = sp.csr_matrix((np.ones(len(g["s"]), dtype=bool), (g["s"], g["t"])), shape=(n, n))
begin = time.process_time()
found = pyflagsercount.flagser_count(m, threads=1)
print("PEER" + json.dumps({"counts": [int(c) for c in found["cell_counts"]], "cpu": time.process_time() - begin,
                           "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def run(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit("failed: " + " ".join(command))
    return out, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    graph = sys.argv[1] if len(sys.argv) > 1 else "bench-nmc"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    ours = sys.argv[3:] or ["./brainwright"]
    folder = os.environ.get("BENCH_FOLDER") or tempfile.mkdtemp()
    csv, npz = (os.path.join(folder, graph + end) for end in (".csv", ".npz"))
    if not os.path.exists(npz):
        import numpy as np
        n, s, t = edges(graph)
        np.savez(npz, n=n, s=s, t=t)
        with open(csv, "w") as file:
            file.write("source,target\n")
            np.savetxt(file, np.column_stack((s, t)), fmt="%d", delimiter=",")
    ratios = []
    for r in range(rounds):
        out, cpu, rss = run(ours + ["connectome", "analyse", "--edges", csv, "--metrics", "simplices"])
        counts = json.loads(out)["simplex_counts"]
        text, _, _ = run([sys.executable, "-c", PEER, npz])
        peer = json.loads(text[text.index("PEER") + 4:])
        assert peer["counts"][: len(counts)] == counts, (peer["counts"], counts)
        ratios.append(peer["cpu"] / cpu)
        print("round %d: brainwright %.2f s %.0f MB, pyflagsercount %.2f s %.0f MB, ratio %.1f, counts %s"
              % (r, cpu, rss, peer["cpu"], peer["rss_mb"], ratios[-1], counts), flush=True)
    print("median ratio %.2f" % statistics.median(ratios))


main()
