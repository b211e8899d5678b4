"""Writes compartments.csv and places.csv: what BMTK and NEURON make of cell.swc. usage: python make.py (needs: pip install bmtk neuron)"""
import csv
import pathlib

import numpy as np
from bmtk.simulator.bionet import nrn
from bmtk.simulator.bionet.default_setters import cell_models
from bmtk.simulator.bionet.morphology import Morphology
from neuron import h

HERE = pathlib.Path(__file__).parent
DL_UM, RA = 6.0, {"soma": 100.0, "axon": 80.0, "dend": 150.0, "apic": 200.0}
ASKED = [("['dend', 'apic']", "[20.0, 120.0]"), ("['somatic', 'basal']", "[0.0, 40.0]"), ("['apical']", "90.5"), ("['axon']", "[0.0, 1000.0]")]


def built(fix):
    cell = h.Biophys1(str(HERE / "cell.swc"))
    fix(cell)
    for sec in cell.all:
        sec.Ra = RA[sec.name().split(".")[1][:4]]
    morphology = Morphology(hobj=cell)
    morphology.set_segment_dl(DL_UM)
    return cell, morphology


def main():
    nrn.load_neuron_modules(None, None)
    stubs = {"THIN": cell_models.fix_axon_peri, "AS_AXON": cell_models.fix_axon_allactive}
    with open(HERE / "compartments.csv", "w", newline="") as out, open(HERE / "places.csv", "w", newline="") as drawn:
        rows, places = csv.writer(out, lineterminator="\n"), csv.writer(drawn, lineterminator="\n")
        rows.writerow("stub section x area_um2 toParent_uS diameter_um distance_um".split())
        places.writerow("seed sections range section x".split())
        for name, fix in stubs.items():
            cell, morphology = built(fix)
            h.distance(sec=cell.soma[0])
            for number, sec in enumerate(cell.all):
                for seg in sec:
                    to = 0 if number == 0 and seg.x < 1 / sec.nseg else 1 / seg.ri()
                    rows.writerow([name, number, repr(seg.x), repr(seg.area()), repr(to), repr(seg.diam), repr(h.distance(seg))])
            if name == "THIN":
                for seed in (0, 7, 123):
                    draws = np.random.RandomState(seed)
                    for sections, span in ASKED:
                        limits = [0.0, float(span)] if span[0] != "[" else eval(span)
                        found, chances = morphology.find_sections(eval(sections), limits)
                        for at in draws.choice(found, 5, p=chances):
                            places.writerow([seed, sections.replace(",", ""), span.replace(",", ""), int(morphology.seg_props.sec_id[at]),
                                             repr(float(morphology.seg_props.x[at]))])


main()
