"""The draws against the authors' own vectors, and what a stage may rely on."""

import unittest

import numpy as np

from brainwright.draws import philox, uniform


def words(values):
    return [np.array([v], np.uint64) for v in values]


class Draws(unittest.TestCase):
    def test_known_answers_of_random123(self):
        """kat_vectors of Random123 1.14, philox4x32 with 10 rounds."""
        known = {
            (0, 0): [0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8],
            (0xFFFFFFFF, 0xFFFFFFFF): [0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD],
        }
        for (counter, key), out in known.items():
            self.assertEqual([int(w[0]) for w in philox(words([counter] * 4), [np.uint64(key)] * 2)], out)

    def test_an_entity_draws_alike_alone_and_among_others(self):
        together = uniform(3, "test", range(1000), 5)
        self.assertTrue(np.array_equal(together[417], uniform(3, "test", [417], 5)[0]))
        self.assertTrue(np.array_equal(together[:, :2], uniform(3, "test", range(1000), 2)))

    def test_seed_and_purpose_part_the_draws(self):
        one = uniform(3, "test", range(100))
        self.assertFalse(np.any(one == uniform(4, "test", range(100))))
        self.assertFalse(np.any(one == uniform(3, "other", range(100))))

    def test_they_fill_the_unit_interval_evenly(self):
        drawn = uniform(0, "test", range(100_000), 3)
        self.assertTrue(np.all((drawn >= 0) & (drawn < 1)))
        counts, _ = np.histogram(drawn, bins=20, range=(0, 1))
        chi2 = float(np.sum((counts - 15_000) ** 2 / 15_000))
        self.assertLess(chi2, 43.8, "0.1 % of even draws exceed this with 19 degrees of freedom")


if __name__ == "__main__":
    unittest.main()
