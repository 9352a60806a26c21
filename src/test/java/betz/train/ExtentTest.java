// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtentTest {
    private static final double DT = 0.01;

    @Test
    void the_whole_trial_is_one_piece() {
        assertThat(Extent.Whole.DEFAULT.pieces(12, DT)).containsExactly(new Piece(0, 11, 0));
        assertThat(Extent.Whole.DEFAULT.pieces(1, DT)).containsExactly(new Piece(0, 0, 0));
    }

    @Test
    void pieces_follow_one_another_and_each_goes_back_over_the_window_that_ends_with_it() {
        assertThat(new Extent.Truncated(0.05, 0.03).pieces(12, DT))
                .containsExactly(new Piece(9, 11, 6), new Piece(6, 9, 4), new Piece(3, 6, 1), new Piece(0, 3, 0));
    }

    @Test
    void a_window_of_one_stride_goes_back_over_its_piece_alone() {
        assertThat(new Extent.Truncated(0.02, 0.02).pieces(5, DT))
                .containsExactly(new Piece(2, 4, 2), new Piece(0, 2, 0));
    }

    @Test
    void a_stride_of_the_whole_trial_or_more_leaves_one_piece() {
        assertThat(new Extent.Truncated(0.11, 0.11).pieces(12, DT)).containsExactly(new Piece(0, 11, 0));
        assertThat(new Extent.Truncated(900, 800).pieces(12, DT)).containsExactly(new Piece(0, 11, 0));
        assertThat(new Extent.Truncated(0.01, 0.01).pieces(1, DT)).containsExactly(new Piece(0, 0, 0));
    }

    @Test
    void a_window_shorter_than_the_stride_would_lose_parts_of_the_loss() {
        assertThatThrownBy(() -> new Extent.Truncated(0.1, 0.2))
                .hasMessage("window is 0.1 s, expected 0.2 to 1000.0 s");
        assertThatThrownBy(() -> new Extent.Truncated(0.1, 0))
                .hasMessage("stride is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new Extent.Truncated(Double.NaN, 0.1))
                .hasMessage("window is NaN s, expected 0.1 to 1000.0 s");
    }

    @Test
    void a_trial_is_cut_between_steps() {
        assertThatThrownBy(() -> new Extent.Truncated(0.1, 0.025).pieces(12, DT))
                .hasMessage("stride is 0.025 s, expected a multiple of dt, 0.01 s");
        assertThatThrownBy(() -> new Extent.Truncated(0.105, 0.02).pieces(12, DT))
                .hasMessage("window is 0.105 s, expected a multiple of dt, 0.01 s");
    }

    @Test
    void pieces_longer_than_any_trial_are_refused_as_such() {
        assertThatThrownBy(() -> new Extent.Truncated(3000, 2000))
                .hasMessage("stride is 2000.0 s, expected 0.0 to 1000.0 s");
    }
}
