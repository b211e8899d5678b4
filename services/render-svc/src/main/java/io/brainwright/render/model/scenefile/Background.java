package io.brainwright.render.model.scenefile;

import org.jspecify.annotations.Nullable;

/**
 * What lies behind everything: one colour, or two from top to bottom; "#rrggbb".
 *
 * @param type "gradient" (default) or "solid"
 * @param color of the solid one
 */
public record Background(String type, String color, String top, String bottom) {
    private static final String NIGHT = "#0b1026";
    private static final String DEEP = "#02030a";

    public Background(@Nullable String type, @Nullable String color, @Nullable String top, @Nullable String bottom) {
        this.type = type == null ? "gradient" : type;
        this.color = color == null ? DEEP : color;
        this.top = this.type.equals("solid") ? this.color : top == null ? NIGHT : top;
        this.bottom = this.type.equals("solid") ? this.color : bottom == null ? DEEP : bottom;
    }
}
