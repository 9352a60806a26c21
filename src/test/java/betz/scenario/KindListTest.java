// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KindListTest {
    private static List<String> below(String effector) {
        List<String> lines = KindList.lines("effectors").orElseThrow();
        int first = 0;
        while (!lines.get(first).startsWith(effector + "   ")) {
            first++;
        }
        return lines.stream()
                .skip(first + 1)
                .takeWhile(line -> line.startsWith(" "))
                .map(String::strip)
                .toList();
    }

    @Test
    void muscles_are_listed_by_their_names_and_what_each_is_made_of_stands_below() {
        assertThat(below("point-mass").get(0))
                .startsWith("default: mass 1 kg, maximumForce 500 N,"
                        + " anatomy [upper-right, upper-left, lower-right, lower-left], ");
        assertThat(below("point-mass").get(1)).isEqualTo("each of anatomy: name, x, y, strength");
        assertThat(below("via-point-arm").get(0))
                .contains("[pectoralis, deltoid, brachioradialis, tricepslat, biceps, tricepslong]");
        assertThat(below("via-point-arm").get(1))
                .isEqualTo("each of anatomy: name, maximumForce, tendon, fibre, points");
    }

    @Test
    void a_body_without_a_list_has_its_defaults_alone() {
        assertThat(below("torque-arm")).hasSize(1).first().asString().startsWith("default: shoulderTorque 40 N*m, ");
    }
}
