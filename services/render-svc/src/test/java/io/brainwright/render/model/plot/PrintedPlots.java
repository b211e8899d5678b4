package io.brainwright.render.model.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Prints the checksum of every sample, PNG and SVG, and whether AWT could find a font here; a program of its own. */
final class PrintedPlots {
    private PrintedPlots() {}

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        for (var line : lines()) {
            System.out.println(line);
        }
        System.out.println("locale " + Locale.getDefault());
        System.out.println("fonts " + fonts());
    }

    static java.util.List<String> lines() throws IOException, NoSuchAlgorithmException {
        var lines = new java.util.ArrayList<String>();
        for (var sample : Samples.all(800, 500).entrySet()) {
            var png = new ByteArrayOutputStream();
            ImageIO.write(sample.getValue().image(), "png", png);
            lines.add(sample.getKey() + ".png " + sha256(png.toByteArray()));
            lines.add(sample.getKey() + ".svg " + sha256(sample.getValue().svg()));
        }
        var panels = new ByteArrayOutputStream();
        ImageIO.write(PanelSheetTest.sample(), "png", panels);
        lines.add("panels.png " + sha256(panels.toByteArray()));
        return lines;
    }

    private static String fonts() {
        try {
            return "width "
                    + new Font("SansSerif", Font.PLAIN, 12)
                            .getStringBounds("a", new FontRenderContext(null, true, true))
                            .getWidth();
        } catch (Error | RuntimeException none) {
            return "none";
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
