package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The type of values that were read, for values that are written again byte by byte: nothing is widened, narrowed or turned round. */
final class CopiedDatatype {
    private CopiedDatatype() {}

    /**
     * @param where names the dataset or attribute
     * @throws Problem where the values refer to something, or are made of parts: no SONATA file holds such
     */
    static Datatype of(DataType type, String where) {
        return switch (type) {
            case FixedPoint whole
            when whole.getBitOffset() == 0 && whole.getBitPrecision() == 8 * whole.getSize() ->
                Datatype.whole(whole.getSize(), whole.isSigned(), big(whole.getByteOrder()));
            case FloatingPoint real
            when isIeee(real) ->
                Datatype.floating(real.getMantissaSize(), real.getExponentSize(), big(real.getByteOrder()));
            case StringData text ->
                Datatype.fixedText(
                        text.getSize(),
                        text.getPaddingType().ordinal(),
                        text.getCharset().equals(StandardCharsets.UTF_8));
            case VariableLength text
            when text.isVariableLengthString() ->
                text.getEncoding().equals(StandardCharsets.UTF_8) ? Datatype.TEXT : Datatype.ASCII;
            case EnumDataType words ->
                Datatype.enumeration(of(words.getBaseType(), where), new TreeMap<>(words.getEnumMapping()));
            default ->
                throw new Problem(
                        Kind.INVALID,
                        "HDF5_TYPE_NOT_COPIED",
                        "%s holds values of HDF5 class %d, which cannot be written again."
                                .formatted(where, type.getDataClass()),
                        "Numbers, texts and enumerations are carried; leave this file unchanged (it is then copied as"
                                + " it is).",
                        Map.of("where", where, "class", String.valueOf(type.getDataClass())));
        };
    }

    /** Whether values are kept elsewhere in the file, so that bytes alone do not hold them. */
    static boolean isVariable(DataType type) {
        return type instanceof VariableLength;
    }

    private static boolean big(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN;
    }

    private static boolean isIeee(FloatingPoint real) {
        int bits = 8 * real.getSize();
        return real.getMantissaLocation() == 0
                && real.getExponentLocation() == real.getMantissaSize()
                && real.getSignLocation() == bits - 1
                && real.getMantissaSize() + real.getExponentSize() + 1 == bits
                && real.getBitOffset() == 0
                && real.getBitPrecision() == bits
                && real.getExponentBias() == (1 << real.getExponentSize() - 1) - 1;
    }
}
