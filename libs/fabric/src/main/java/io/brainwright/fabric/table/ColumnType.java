package io.brainwright.fabric.table;

/** The types that a column may have; each has one Arrow type and one Java array. */
public enum ColumnType {
    /** Unsigned 64 bits, {@code long[]}. */
    U64,
    /** Signed 64 bits, {@code long[]}. */
    I64,
    /** Unsigned 32 bits, {@code int[]}. */
    U32,
    /** Signed 32 bits, {@code int[]}. */
    I32,
    /** Signed 8 bits, {@code byte[]}. */
    I8,
    /** Unsigned 8 bits, {@code byte[]}. */
    U8,
    /** {@code float[]}. */
    F32,
    /** {@code double[]}. */
    F64,
    /** Words of a dictionary, {@code String[]}; travels as int32 codes and a dictionary. */
    TEXT,
    /** {@code byte[][]}. */
    BYTES,
    /** A list of float32 per row, {@code float[][]}. */
    F32_LIST,
    /** A list of structs per row: see {@link StructList}. */
    STRUCT_LIST
}
