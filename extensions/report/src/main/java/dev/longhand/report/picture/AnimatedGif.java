package dev.longhand.report.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images one after the other in a GIF file, which is played once and stops at the last. */
final class AnimatedGif {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private AnimatedGif() {}

    /**
     * The bytes of a file.
     *
     * @param frames images of one size, each with a palette of 256 colours, at least one
     * @param hundredths how long each is shown, in hundredths of a second
     */
    static byte[] of(List<BufferedImage> frames, int hundredths) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            ImageWriteParam rowByRow = writer.getDefaultWriteParam();
            rowByRow.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
            for (BufferedImage frame : frames) {
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), rowByRow);
                describe(metadata, (IndexColorModel) frame.getColorModel(), hundredths);
                writer.writeToSequence(new IIOImage(frame, null, metadata), rowByRow);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Adds the palette, without which the frame would have the writer's, and the delay. */
    private static void describe(IIOMetadata metadata, IndexColorModel palette, int hundredths)
            throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode table = new IIOMetadataNode("LocalColorTable");
        table.setAttribute("sizeOfLocalColorTable", Integer.toString(palette.getMapSize()));
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i < palette.getMapSize(); i++) {
            IIOMetadataNode color = new IIOMetadataNode("ColorTableEntry");
            color.setAttribute("index", Integer.toString(i));
            color.setAttribute("red", Integer.toString(palette.getRed(i)));
            color.setAttribute("green", Integer.toString(palette.getGreen(i)));
            color.setAttribute("blue", Integer.toString(palette.getBlue(i)));
            table.appendChild(color);
        }
        root.appendChild(table);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        metadata.mergeTree(FORMAT, root);
    }
}
