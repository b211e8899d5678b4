package io.brainwright.sonata.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.api.WritableNode;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataSpace;
import java.nio.ByteBuffer;
import java.util.List;

/** A scalar attribute of an enumerated type, which jhdf reads but does not write by itself. */
public final class EnumAttribute implements Attribute {
    private final Node node;
    private final String name;
    private final EnumBytes type;
    private final byte value;

    private EnumAttribute(Node node, String name, EnumBytes type, byte value) {
        this.node = node;
        this.name = name;
        this.type = type;
        this.value = value;
    }

    /**
     * Puts one on a group.
     *
     * @param words names of the values 0, 1, 2, ...
     * @param value which of them
     */
    public static void put(WritableNode node, String name, List<String> words, String value) {
        int code = words.indexOf(value);
        assert code >= 0 : value + " is not among " + words;
        node.getAttributes().put(name, new EnumAttribute(node, name, new EnumBytes(words), (byte) code));
    }

    @Override
    public Node getNode() {
        return node;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public long getSize() {
        return 1;
    }

    @Override
    public long getSizeInBytes() {
        return 1;
    }

    @Override
    public int[] getDimensions() {
        return new int[0];
    }

    @Override
    public long[] getDimensionsAsLong() {
        return new long[0];
    }

    @Override
    public Object getData() {
        return value;
    }

    @Override
    public Class<?> getJavaType() {
        return byte.class;
    }

    @Override
    public boolean isScalar() {
        return true;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public ByteBuffer getBuffer() {
        return type.encodeData(value);
    }

    @Override
    public DataSpace getDataSpace() {
        return DataSpace.fromObject(value);
    }

    @Override
    public DataType getDataType() {
        return type;
    }
}
