package dev.longhand.kernel.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyMemberDoesItsPartOfEveryJob(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);
        try (Team team = new Team(size)) {
            for (int round = 1; round <= 2_000; round++) {
                team.run(done::incrementAndGet);
                for (int member = 0; member < size; member++) {
                    assertThat(done.get(member)).isEqualTo(round);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyPartOfADividedJobIsComputedOnce(int size) {
        try (Team team = new Team(size)) {
            for (int parts : new int[] {1, 2, 4, 5, 17}) {
                for (long multiplyAdds : new long[] {1, 1_000_000}) {
                    Shares job = new Shares(parts, size);
                    team.divide(job, parts, multiplyAdds);
                    for (int part = 0; part < parts; part++) {
                        assertThat(job.times.get(part)).isEqualTo(1);
                    }
                    for (int member = 0; member < size; member++) {
                        int all = multiplyAdds > 1
                                ? Team.share(parts, member + 1, size) - Team.share(parts, member, size)
                                : member == 0 ? parts : 0;
                        assertThat(job.ofMember.get(member)).isEqualTo(all);
                    }
                }
            }
        }
    }

    /** Counts how often each part is computed, and how many parts each member computes. */
    private static final class Shares extends DividedJob {

        private final AtomicIntegerArray times;
        private final AtomicIntegerArray ofMember;

        Shares(int parts, int members) {
            times = new AtomicIntegerArray(parts);
            ofMember = new AtomicIntegerArray(members);
        }

        @Override
        protected void compute(int member, int from, int to) {
            ofMember.addAndGet(member, to - from);
            for (int part = from; part < to; part++) {
                times.incrementAndGet(part);
            }
        }
    }

    @Test
    void membersThatSleepWakeUpForTheNextJob() throws InterruptedException {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (Team team = new Team(2)) {
            for (int round = 1; round <= 5; round++) {
                Thread.sleep(20);
                team.run(done::incrementAndGet);
                assertThat(done.get(1)).isEqualTo(round);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anExceptionOfAMemberIsThrownToTheCallerAndTheTeamStaysUsable(int thrower) {
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        RuntimeException fault = new IllegalStateException("part " + thrower + " is broken");
        try (Team team = new Team(3)) {
            assertThatThrownBy(() -> team.run(member -> {
                        if (member == thrower) {
                            throw fault;
                        }
                    }))
                    .isSameAs(fault);
            team.run(done::incrementAndGet);
            assertThat(done.get(0) + done.get(1) + done.get(2)).isEqualTo(3);
        }
    }

    @Test
    void closingATeamEndsItsThreads() throws InterruptedException {
        AtomicReferenceArray<Thread> seen = new AtomicReferenceArray<>(3);
        try (Team team = new Team(3)) {
            team.run(member -> {
                seen.set(member, Thread.currentThread());
                // Waits until the other threads have begun: otherwise the calling thread would do their parts.
                while (seen.get(1) == null || seen.get(2) == null) {
                    Thread.onSpinWait();
                }
            });
        }
        for (int member = 1; member < 3; member++) {
            seen.get(member).join(10_000);
            assertThat(seen.get(member).isAlive()).isFalse();
        }
    }

    @Test
    void afterClosingTheCallerDoesAllParts() {
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        Team team = new Team(3);
        team.close();
        team.run(done::incrementAndGet);
        assertThat(done.get(0) + done.get(1) + done.get(2)).isEqualTo(3);
    }

    @Test
    void aTeamHasAtLeastOneMember() {
        assertThatThrownBy(() -> new Team(0)).hasMessage("threads 0 must be at least 1");
    }
}
