package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.longhand.model.Model;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavingTest {

    @TempDir
    Path folder;

    private Path file;
    private final Model model = TwoLayers.binary(2, 3, 1);

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    @AfterEach
    void clearTheInterruption() {
        Thread.interrupted();
    }

    private void assertLoads(Path saved) throws IOException {
        Model other = TwoLayers.binary(2, 3, 2);
        Weights.load(other, saved);
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private void assumePosix() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    }

    @Test
    void anInterruptedThreadSavesAndLoadsAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        Weights.save(model, file);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertLoads(file);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptionWhileSavingOnlyRepeatsIt() throws IOException {
        int[] attempts = {0};
        AtomicFile.write(file, channel -> {
            if (attempts[0]++ == 0) {
                Thread.currentThread().interrupt();
            }
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}));
        });
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
        assumePosix();
        Path store = Files.createDirectory(folder.resolve("store"));
        Path target = Files.writeString(store.resolve("real"), "old");
        Files.createSymbolicLink(store.resolve("second"), Path.of("real"));
        Files.createSymbolicLink(file, Path.of("store/second"));
        Weights.save(model, file);
        assertThat(file).isSymbolicLink();
        assertThat(store.resolve("second")).isSymbolicLink();
        assertLoads(target);
        Files.delete(target);
        Weights.save(model, file);
        assertLoads(target);
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> Weights.save(model, circle))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(circle + ": its symbolic links lead in a circle");
    }

    @Test
    void theContentOfAFileIsReplacedWhereTheFileCantBe() throws IOException {
        Path longer = Files.write(folder.resolve("longer"), new byte[] {1, 2, 3, 4, 5});
        Path shorter = Files.write(folder.resolve("shorter"), new byte[] {6, 7});
        AtomicFile.overwrite(longer, shorter);
        assertThat(longer).hasBinaryContent(new byte[] {6, 7});
        AtomicFile.overwrite(shorter, Files.write(folder.resolve("other"), new byte[] {8, 9, 10}));
        assertThat(shorter).hasBinaryContent(new byte[] {8, 9, 10});
    }

    @Test
    void aMountedFileIsWritten() throws IOException, InterruptedException {
        Path real = Files.write(folder.resolve("real"), new byte[10_000]);
        Path mounted = Files.write(folder.resolve("mounted"), new byte[0]);
        Process mount = new ProcessBuilder(
                        "sh", "-c", "mount --bind \"$0\" \"$1\"", real.toString(), mounted.toString())
                .redirectErrorStream(true)
                .start();
        assumeThat(mount.waitFor())
                .as("only an administrator of Linux may mount")
                .isZero();
        try {
            Weights.save(model, mounted);
            assertLoads(mounted);
            assertLoads(real);
        } finally {
            run("umount", mounted.toString());
        }
    }

    @Test
    void anotherHardLinkKeepsWhatItHad() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Path other = Files.createLink(folder.resolve("backup"), file);
        Weights.save(model, file);
        assertThat(other).hasContent("old");
        assertLoads(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rw-r-----", "rwx--x--x"})
    void aReplacedFileKeepsItsPermissions(String permissions) throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Weights.save(model, file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
        assertLoads(file);
    }

    @Test
    void aReadOnlyFileIsKept() throws IOException {
        assumePosix();
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(() -> Weights.save(model, file))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": it's read-only: make it writable, or save to another file");
        assertThat(file).hasContent("old");
    }

    @Test
    void aPipeIsNeitherWrittenNorRead() throws IOException, InterruptedException {
        assumePosix();
        run("mkfifo", file.toString());
        String message = file + ": it's a pipe or a device, not a regular file";
        assertThatThrownBy(() -> Weights.save(model, file)).hasMessage(message);
        assertThatThrownBy(() -> Weights.load(model, file)).hasMessage(message);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        assertThatThrownBy(() -> Weights.save(model, link))
                .hasMessage(link + ": it's a pipe or a device, not a regular file");
        assertThatThrownBy(() -> Weights.load(model, folder))
                .hasMessage(folder + ": it's a folder, not a file to read");
    }

    @Test
    void temporaryFilesOfKilledProcessesAreSweptWhenTheyAreOld() throws IOException {
        Path old = Files.writeString(folder.resolve(".longhand-" + UUID.randomUUID() + ".tmp"), "old");
        Path young = Files.writeString(folder.resolve(".longhand-" + UUID.randomUUID() + ".tmp"), "young");
        Path foreign = Files.writeString(folder.resolve(".longhand-notes.tmp"), "foreign");
        FileTime then = FileTime.from(Instant.now().minus(61, ChronoUnit.MINUTES));
        Files.setLastModifiedTime(old, then);
        Files.setLastModifiedTime(foreign, then);
        Weights.save(model, file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, young, foreign);
        }
    }

    @Test
    void aFailedWriteNamesTheFileAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatCouldNotBeLoadedIsNotSaved(float value) throws IOException {
        Files.writeString(file, "old");
        model.parameters().values()[4] = value;
        assertThatThrownBy(() -> Weights.save(model, file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Example isn't saved: weight of layer \"hidden\" holds " + value
                        + " at [1, 1], counted from 0, and a network can't compute with it");
        assertThat(file).hasContent("old");
    }

    @Test
    void aNameThatCommandsATerminalIsEscaped() {
        Path bad = folder.resolve("a\u001b[2J\u202e");
        assertThatThrownBy(() -> Weights.load(model, bad)).hasMessage(folder + "/a\\u001b[2J\\u202e");
        assertThatThrownBy(() -> Weights.save(model, bad.resolve("x")))
                .hasMessageContaining("a\\u001b[2J\\u202e/x: the");
    }
}
