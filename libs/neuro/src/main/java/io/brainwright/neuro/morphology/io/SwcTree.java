package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The points of one SWC file, cut into sections at forks and where the type changes. */
final class SwcTree {
    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final FloatColumns points = new FloatColumns();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();

    private record Row(int line, int type, float x, float y, float z, float radius, int parent) {}

    private record Start(int row, int parentSection) {}

    SwcTree(Path file, List<String> lines) {
        this.file = file;
        var indexOf = new HashMap<Integer, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                add(indexOf, i + 1, text.split("\\s+", -1));
            }
        }
    }

    private void add(HashMap<Integer, Integer> indexOf, int line, String[] words) {
        if (words.length < 7) {
            throw MorphologyFault.of(file, "line " + line, words.length + " numbers", "id type x y z radius parent");
        }
        int id = whole(line, words[0]);
        int type = whole(line, words[1]);
        int parentId = whole(line, words[6]);
        if (type < 1 || type > Byte.MAX_VALUE) {
            throw MorphologyFault.of(file, "line " + line, "type " + type, "1 soma, 2 axon, 3 basal, 4 apical");
        }
        var parent = parentId == -1 ? Integer.valueOf(-1) : indexOf.get(parentId);
        if (parent == null) {
            throw MorphologyFault.of(
                    file, "line " + line, "parent " + parentId, "-1 or the id of a point in an earlier line");
        }
        if (indexOf.putIfAbsent(id, rows.size()) != null) {
            throw MorphologyFault.of(file, "line " + line, "id " + id + " again", "an id that no earlier line has");
        }
        rows.add(new Row(
                line,
                type,
                number(line, words[2]),
                number(line, words[3]),
                number(line, words[4]),
                number(line, words[5]),
                parent));
        children.add(new ArrayList<>());
        if (parent >= 0) {
            children.get(parent).add(rows.size() - 1);
        }
    }

    Morphology assemble() {
        var starts = new ArrayDeque<Start>();
        begin(-1, SectionType.SOMA);
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).type() == SectionType.SOMA) {
                point(r);
            }
        }
        if (points.size() == 0) {
            throw MorphologyFault.of(file, "the whole file", "no point of type 1", "a soma of at least one point");
        }
        for (byte type : new byte[] {SectionType.AXON, SectionType.BASAL, SectionType.APICAL, 0}) {
            for (int r = 0; r < rows.size(); r++) {
                if (isRoot(r) && wanted(rows.get(r).type(), type)) {
                    starts.push(new Start(r, 0));
                    grow(starts);
                }
            }
        }
        return points.morphology(parents, types, begins);
    }

    private static boolean wanted(int type, byte group) {
        return group == 0 ? type > SectionType.APICAL : type == group;
    }

    private boolean isRoot(int row) {
        int parent = rows.get(row).parent();
        boolean neurite = rows.get(row).type() != SectionType.SOMA;
        return neurite && (parent < 0 || rows.get(parent).type() == SectionType.SOMA);
    }

    private void grow(ArrayDeque<Start> starts) {
        while (!starts.isEmpty()) {
            var start = starts.pop();
            int type = rows.get(start.row()).type();
            int section = begin(start.parentSection(), type);
            if (start.parentSection() > 0) {
                point(rows.get(start.row()).parent());
            }
            int r = start.row();
            point(r);
            while (children.get(r).size() == 1
                    && rows.get(children.get(r).getFirst()).type() == type) {
                r = children.get(r).getFirst();
                point(r);
            }
            for (int child : children.get(r).reversed()) {
                starts.push(new Start(child, section));
            }
        }
    }

    private int begin(int parent, int type) {
        parents.add(parent);
        types.add(type);
        begins.add(points.size());
        return parents.size() - 1;
    }

    private void point(int row) {
        var r = rows.get(row);
        points.add(r.x(), r.y(), r.z(), 2 * r.radius());
    }

    private int whole(int line, String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException broken) {
            throw MorphologyFault.of(file, "line " + line, "'" + word + "'", "a whole number");
        }
    }

    private float number(int line, String word) {
        try {
            float value = Float.parseFloat(word);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException broken) {
            throw MorphologyFault.of(file, "line " + line, "'" + word + "'", "a finite number");
        }
        throw MorphologyFault.of(file, "line " + line, "'" + word + "'", "a finite number");
    }
}
