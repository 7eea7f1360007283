package dev.longhand.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class AnimatedGifTest {

    private static final IndexColorModel PALETTE = palette();

    private static IndexColorModel palette() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < 256; i++) {
            red[i] = (byte) i;
            green[i] = (byte) (255 - i);
            blue[i] = (byte) (i * 7);
        }
        return new IndexColorModel(8, 256, red, green, blue);
    }

    private static BufferedImage frame(int first) {
        BufferedImage image = new BufferedImage(16, 4, BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, (first + 3 * i) % 256);
        }
        return image;
    }

    @Test
    void framesKeepTheirColoursAndDelays() throws IOException {
        List<BufferedImage> frames = List.of(frame(0), frame(100), frame(200));
        byte[] gif = AnimatedGif.of(frames, 9);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            for (int k = 0; k < 3; k++) {
                BufferedImage read = reader.read(k);
                for (int i = 0; i < 64; i++) {
                    assertThat(read.getRGB(i % 16, i / 16))
                            .as("pixel %s of frame %s", i, k)
                            .isEqualTo(frames.get(k).getRGB(i % 16, i / 16));
                }
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(k).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertThat(control.getAttribute("delayTime")).isEqualTo("9");
            }
        } finally {
            reader.dispose();
        }
    }
}
