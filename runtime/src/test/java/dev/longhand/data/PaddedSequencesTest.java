package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaddedSequencesTest {

    private static final float[][] SEQUENCES = {{1, 2, 3, 4}, {5, 6}, {7, 8, 9, 10, 11, 12}};

    @Test
    void paddingIsOnOneSide() {
        PaddedSequences right = PaddedSequences.right(SEQUENCES, 3, 2);
        assertThat(right.values()).containsExactly(1, 2, 3, 4, 0, 0, 5, 6, 0, 0, 0, 0, 7, 8, 9, 10, 11, 12);
        PaddedSequences left = PaddedSequences.left(SEQUENCES, 3, 2);
        assertThat(left.values()).containsExactly(0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(right.lengths().isPaddedLeft()).isFalse();
        assertThat(left.lengths().isPaddedLeft()).isTrue();
        assertThat(left.lengths().count()).isEqualTo(3);
        assertThat(left.lengths().of(0)).isEqualTo(2);
        assertThat(left.lengths().subset(2, 1).of(1)).isEqualTo(1);
    }

    @Test
    void whatIsNoSequenceIsRefused() {
        assertThatThrownBy(() -> PaddedSequences.right(SEQUENCES, 2, 2))
                .hasMessage("sequence 2 has 3 steps, more than 2: cut it, or pad all to more steps");
        assertThatThrownBy(() -> PaddedSequences.right(SEQUENCES, 3, 3))
                .hasMessage("sequence 0 has 4 numbers, but steps of 3: it needs whole steps, at least 1");
        assertThatThrownBy(() -> PaddedSequences.left(new float[][] {{}}, 3, 1))
                .hasMessage("sequence 0 has 0 numbers, but steps of 1: it needs whole steps, at least 1");
        assertThatThrownBy(() -> PaddedSequences.left(SEQUENCES, 0, 2))
                .hasMessage("0 steps of 2 features can't hold a sequence: both must be at least 1");
    }
}
