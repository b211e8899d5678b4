package io.brainwright.placement.model.vessels;

import io.brainwright.placement.model.vessels.Sections.Course;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which capillaries end blind, or lead to such only: they are cut back until none is left. */
final class Blind {
    private final Set<Course> gone = new HashSet<>();

    Blind(Sections all) {
        var degree = new int[all.nodes()];
        List<List<Course>> at = new ArrayList<>();
        for (int node = 0; node < all.nodes(); node++) {
            at.add(new ArrayList<>());
        }
        for (var course : all.courses()) {
            for (int node : new int[] {course.from(), course.to()}) {
                degree[node]++;
                at.get(node).add(course);
            }
        }
        var ends = new ArrayDeque<Integer>();
        for (int node = 0; node < degree.length; node++) {
            if (degree[node] == 1) {
                ends.add(node);
            }
        }
        while (!ends.isEmpty()) {
            int node = ends.remove();
            for (var course : at.get(node)) {
                if (course.kind() == VesselKind.CAPILLARY && gone.add(course)) {
                    int other = course.from() == node ? course.to() : course.from();
                    if (--degree[other] == 1) {
                        ends.add(other);
                    }
                }
            }
        }
    }

    boolean keeps(Course course) {
        return !gone.contains(course);
    }
}
