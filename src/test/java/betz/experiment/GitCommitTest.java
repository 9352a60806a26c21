// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts are those of gitrepository-layout(5). */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitCommitTest {
    private static final String ONE = "1111111111111111111111111111111111111111";
    private static final String TWO = "2222222222222222222222222222222222222222";

    @TempDir
    Path folder;

    private Path scenario;
    private Path git;

    @BeforeEach
    void repository() throws IOException {
        git = Files.createDirectories(folder.resolve("lab/.git"));
        scenario = Files.createDirectories(folder.resolve("lab/scenarios")).resolve("reach.yaml");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void the_commit_is_that_of_the_branch_that_is_checked_out_above_the_file() throws IOException {
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
        write(git.resolve("refs/heads/main"), ONE + "\n");

        assertThat(GitCommit.of(scenario)).contains(ONE);
    }

    @Test
    void a_checked_out_commit_without_a_branch_is_found() throws IOException {
        write(git.resolve("HEAD"), TWO + "\n");

        assertThat(GitCommit.of(scenario)).contains(TWO);
    }

    @Test
    void a_branch_may_be_packed_and_a_loose_one_counts_more() throws IOException {
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
        write(
                git.resolve("packed-refs"),
                "# pack-refs with: peeled\n" + TWO + " refs/heads/other/main\n" + ONE + " refs/heads/main\n");

        assertThat(GitCommit.of(scenario)).contains(ONE);
        write(git.resolve("refs/heads/main"), TWO);
        assertThat(GitCommit.of(scenario)).contains(TWO);
    }

    @Test
    void a_further_work_tree_has_its_own_head_and_shares_the_branches() throws IOException {
        Path own = git.resolve("worktrees/second");
        write(own.resolve("HEAD"), "ref: refs/heads/second\n");
        write(own.resolve("commondir"), "../..\n");
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
        write(git.resolve("refs/heads/second"), TWO);
        write(folder.resolve("second/.git"), "gitdir: " + own + "\n");

        assertThat(GitCommit.of(folder.resolve("second/reach.yaml"))).contains(TWO);
    }

    @Test
    void a_repository_without_a_commit_has_none() throws IOException {
        assertThat(GitCommit.of(scenario)).isEmpty();
        write(git.resolve("HEAD"), "ref: refs/heads/main\n");
        assertThat(GitCommit.of(scenario)).isEmpty();
    }
}
