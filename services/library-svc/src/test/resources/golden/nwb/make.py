"""Writes recording.nwb: one step of current into one cell, as PyNWB lays it out."""

from datetime import datetime, timezone

import numpy as np
from pynwb import NWBHDF5IO, NWBFile
from pynwb.behavior import SpatialSeries
from pynwb.file import Subject
from pynwb.icephys import CurrentClampSeries, CurrentClampStimulusSeries, VoltageClampSeries

nwb = NWBFile(
    session_description="one step of current",
    identifier="brainwright-test",
    session_start_time=datetime(2026, 1, 1, tzinfo=timezone.utc),
    file_create_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    subject=Subject(subject_id="a", species="Rattus norvegicus", age="P14D"),
)
device = nwb.create_device(name="amplifier")
electrode = nwb.create_icephys_electrode(name="electrode", description="whole cell", device=device)
common = dict(electrode=electrode, gain=1.0, rate=20000.0, sweep_number=np.uint32(1))
nwb.add_acquisition(
    CurrentClampSeries(
        name="soma",
        data=np.array([-700, -690, -650, 300], dtype="int16"),
        conversion=1e-4,
        offset=0.001,
        starting_time=0.25,
        description="response of the soma",
        **common,
    )
)
nwb.add_acquisition(
    VoltageClampSeries(
        name="clamp",
        data=np.array([1e-10, 2e-10], dtype="float64"),
        timestamps=[0.0, 0.0005],
        electrode=electrode,
        gain=1.0,
    )
)
nwb.add_acquisition(SpatialSeries(name="where", data=np.zeros((3, 2)), rate=1.0, reference_frame="cage"))
nwb.add_stimulus(
    CurrentClampStimulusSeries(
        name="step", data=np.array([0.0, 1e-10, 1e-10, 0.0]), starting_time=0.25, **common
    )
)
with NWBHDF5IO("recording.nwb", "w") as out:
    out.write(nwb, cache_spec=False)
