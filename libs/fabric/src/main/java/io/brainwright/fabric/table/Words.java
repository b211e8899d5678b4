package io.brainwright.fabric.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.jspecify.annotations.Nullable;

/** Text columns as codes into a dictionary whose words stand in order of first appearance. */
final class Words {
    private Words() {}

    static void write(IntVector codes, VarCharVector dictionary, @Nullable String[] values) {
        Map<String, Integer> known = new HashMap<>();
        var inOrder = new ArrayList<String>();
        codes.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            var word = values[i];
            if (word == null) {
                codes.setNull(i);
                continue;
            }
            var code = known.get(word);
            if (code == null) {
                code = inOrder.size();
                known.put(word, code);
                inOrder.add(word);
            }
            codes.set(i, code);
        }
        codes.setValueCount(values.length);
        dictionary.allocateNew();
        for (int i = 0; i < inOrder.size(); i++) {
            dictionary.setSafe(i, inOrder.get(i).getBytes(StandardCharsets.UTF_8));
        }
        dictionary.setValueCount(inOrder.size());
    }

    static @Nullable String[] read(IntVector codes, VarCharVector dictionary) {
        int count = dictionary.getValueCount();
        int[] offsets = VectorRead.offsets(
                dictionary.getOffsetBuffer(), count, dictionary.getDataBuffer().capacity());
        var words = new String[count];
        for (int i = 0; i < count; i++) {
            byte[] word = new byte[offsets[i + 1] - offsets[i]];
            dictionary.getDataBuffer().getBytes(offsets[i], word);
            words[i] = new String(word, StandardCharsets.UTF_8);
        }
        int rows = codes.getValueCount();
        var code = VectorRead.values(codes, rows, Integer.BYTES).asIntBuffer();
        @Nullable String[] values = new String[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = codes.isNull(i) ? null : words[code.get(i)];
        }
        return values;
    }
}
