// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import betz.common.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunFolderTest {
    @TempDir
    Path results;

    @Test
    void a_run_appears_whole_and_leaves_nothing_beside_it() throws Exception {
        Path target = results.resolve("reach/0123");

        try (var folder = RunFolder.open(target, false)) {
            Files.writeString(folder.path().resolve("weights"), "w");
            assertThat(RunFolder.isComplete(target)).isFalse();
            folder.publish();
        }

        assertThat(RunFolder.isComplete(target)).isTrue();
        assertThat(target.resolve("weights")).hasContent("w");
        try (var left = Files.list(results.resolve("reach"))) {
            assertThat(left.toList()).containsExactly(target);
        }
    }

    @Test
    void an_unfinished_run_is_kept_only_when_asked() throws Exception {
        Path target = results.resolve("0123");
        try (var folder = RunFolder.open(target, false)) {
            Files.writeString(folder.path().resolve("checkpoint"), "c");
        }

        try (var folder = RunFolder.open(target, true)) {
            assertThat(folder.path().resolve("checkpoint")).hasContent("c");
        }
        try (var folder = RunFolder.open(target, false)) {
            assertThat(folder.path()).isEmptyDirectory();
        }
    }

    @Test
    void a_second_owner_is_told_who_the_first_is() throws Exception {
        Path target = results.resolve("0123");
        try (var first = RunFolder.open(target, false)) {
            assertThatThrownBy(() -> RunFolder.open(target, false))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first.path()).exists();
        }
    }

    @Test
    void the_lock_of_a_process_that_died_is_taken_over() throws Exception {
        Path target = results.resolve("0123");
        Files.write(results.resolve("0123.lock"), new byte[4711]); // as long as the dead process's number

        try (var folder = RunFolder.open(target, false)) {
            assertThat(Files.size(results.resolve("0123.lock")))
                    .isEqualTo(ProcessHandle.current().pid());
            folder.publish();
        }

        assertThat(results.resolve("0123.lock")).doesNotExist();
    }

    @Test
    void the_lock_of_a_process_that_died_right_after_it_published_is_removed_unless_another_holds_it()
            throws Exception {
        Path target = results.resolve("0123");
        try (RunFolder folder = RunFolder.open(target, false)) {
            folder.publish();
            RunFolder.tidy(target);
            assertThat(results.resolve("0123.lock")).as("held").exists();
        }
        Files.write(results.resolve("0123.lock"), new byte[77]);

        RunFolder.tidy(target);

        assertThat(results.resolve("0123.lock")).doesNotExist();
        assertThat(RunFolder.isComplete(target)).isTrue();
    }

    @Test
    void of_many_that_open_a_run_at_once_one_has_it_at_a_time() throws Exception {
        Path target = results.resolve("0123");
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var workers = new Workers(4)) {
            workers.each(200, piece -> {
                try (var folder = RunFolder.open(target, true)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    assertThat(folder.path()).exists();
                    inside.decrementAndGet();
                } catch (FolderInUse expected) {
                    Thread.onSpinWait();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void an_incomplete_folder_in_the_place_of_a_run_is_replaced_and_links_are_not_followed() throws Exception {
        Path elsewhere = Files.createDirectories(results.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "p");
        Path target = Files.createDirectories(results.resolve("0123"));
        Files.createSymbolicLink(target.resolve("link"), elsewhere);

        try (var folder = RunFolder.open(target, false)) {
            folder.publish();
        }

        assertThat(target).isDirectoryNotContaining("glob:**/link");
        assertThat(elsewhere.resolve("precious")).hasContent("p");
    }

    @Test
    void a_crash_while_writing_leaves_the_old_file() throws Exception {
        Path file = results.resolve("value");
        AtomicFile.write(file, new byte[] {1});
        Files.write(results.resolve("value.tmp"), new byte[] {9, 9});

        AtomicFile.write(file, new byte[] {2});

        assertThat(file).hasBinaryContent(new byte[] {2});
        assertThat(results.resolve("value.tmp")).doesNotExist();
    }

    @Test
    void a_disk_that_is_full_is_told_with_the_file_and_leaves_the_old_one() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path file = results.resolve("value");
        AtomicFile.write(file, new byte[] {1});
        Files.createSymbolicLink(results.resolve("value.tmp"), full);

        assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {2}))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": No space left on device");

        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(results.resolve("value.tmp")).doesNotExist();
    }
}
