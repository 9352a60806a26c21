// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.Refusals.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are no scenario, and JSON, which is refused like YAML. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedTextTest {
    private static final String YAML = """
            task: kind: delayed-reach
            > x.yaml:1:11: the file is not valid YAML (a second colon on one line), expected one key: value on a line, each level indented alike.

            name: a: b
            > x.yaml:1:8: the file is not valid YAML (a second colon on one line), expected one key: value on a line, each level indented alike.

            dt:5 ms
            > x.yaml:1:1: the file is dt:5 ms, expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more. Did you mean dt: 5 ms?

            name: x
            network:
              units:5
            > x.yaml:3:3: network is units:5, expected feed-forward, vanilla, leaky, gru, lstm or stack. Did you mean units: 5?

            network:
            units: 5
            > x.yaml:1:9: network is empty, expected feed-forward, vanilla, leaky, gru, lstm or stack.
            > x.yaml:2:1: units is not a known key, expected betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback or 7 more.

              dt: 5 ms
             seed: 1
            > x.yaml:2:2: the file is not valid YAML (this line is indented less than the first, or follows the end of the file's text), expected one key: value on a line, each level indented alike.

            name: "unclosed
            > x.yaml:2:1: the file is not valid YAML (the quote opened on line 1 is not closed), expected one key: value on a line, each level indented alike.

            about: @home
            > x.yaml:1:8: the file is not valid YAML (no value begins with @ unless it is in quotes), expected one key: value on a line, each level indented alike.

            about: %
            > x.yaml:1:8: the file is not valid YAML (no value begins with % unless it is in quotes), expected one key: value on a line, each level indented alike.

            network: {units: 5
            > x.yaml:2:1: the file is not valid YAML (the brace { opened on line 1 is not closed), expected one key: value on a line, each level indented alike.

            export: [npz
            > x.yaml:2:1: the file is not valid YAML (the bracket [ opened on line 1 is not closed), expected one key: value on a line, each level indented alike.

            name: ]
            > x.yaml:1:7: the file is not valid YAML (] stands where a value should), expected one key: value on a line, each level indented alike.

            network: &n {units: 5}
            > x.yaml:1:10: network is marked with an anchor, expected plain values without &.

            network: !leaky {units: 5}
            > x.yaml:1:10: network is marked with a tag, expected plain values without !.

            <<: {dt: 5 ms}
            > x.yaml:1:1: << is a merge key, expected the keys written out.

            network: {<<: [{units: 3}]}
            > x.yaml:1:11: network.<< is a merge key, expected the keys written out.

            training: {rule: {optimiser: {rate: 0.1, rate: 0.2}}}
            > x.yaml:1:42: training.rule.optimiser.rate is given twice, expected each key once (first on line 1).

            dt: 5 ms
            ...
            more
            > x.yaml:3:1: the file is not valid YAML (this line is indented less than the first, or follows the end of the file's text), expected one key: value on a line, each level indented alike.

            - dt: 5 ms
            > x.yaml:1:1: the file is a list, expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more.

            just words
            > x.yaml:1:1: the file is just words, expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more.

            ---
            > x.yaml:2:1: the file is empty, expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more.
            """;

    private static final String JSON = """
            {"dt": 10}
            > x.yaml:1:8: dt is 10 (no unit), expected a time such as 10 ms. Did you mean 10 ms?

            {"dt": "10 ms", "task": {"targets": "8"}}
            > x.yaml:1:37: task.targets is "8" (a text), expected a whole number. Did you mean 8?

            {
              "network": {
                "units": 10.7,
                "tua": "50 ms"
              }
            }
            > x.yaml:3:14: network.units is 10.7, expected a whole number. Did you mean 11?
            > x.yaml:4:5: network.tua is not a known key, expected cell, units, tau, form, noise, activation, readout, readoutBias, structure or weights. Did you mean tau?

            {"seed": true}
            > x.yaml:1:10: seed is true, expected a whole number.

            {"about": null}
            > x.yaml:1:11: about is empty, expected a text.

            {"seed": 1, "seed": 2}
            > x.yaml:1:13: seed is given twice, expected each key once (first on line 1).

            {"name": "a\\u0007b"}
            > x.yaml:1:10: name is a?b, expected up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit.

            {"export": "npz"}
            > x.yaml:1:12: export is "npz", expected a list in brackets, each item npz or csv. Did you mean [npz]?

            {"training": {"loss": {"position": "1.0"}}}
            > x.yaml:1:36: training.loss.position is "1.0" (a text), expected a number without quotes. Did you mean 1.0?

            {"task": {"kind": "centre-out", "delay": "200 ms"}}
            > x.yaml:1:33: task.delay is not a known key, expected kind, targets, distance, hold, reach or noGo.

            {"dt": "10 ms"
            > x.yaml:2:1: the file is not valid YAML (the brace { opened on line 1 is not closed), expected one key: value on a line, each level indented alike.

            {"dt": NaN}
            > x.yaml:1:8: dt is NaN, expected a finite number, or quotes around a text.

            [{"dt": "10 ms"}]
            > x.yaml:1:1: the file is a list, expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more.

            "dt"
            > x.yaml:1:1: the file is "dt", expected the keys betz, name, about, seed, dt, task, effector, reference, calibration, network, baselines, feedback and 7 more.
            """;

    static Stream<Refusal> yaml() {
        return Refusals.table(YAML);
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void a_text_that_is_no_scenario_is_refused_where_it_breaks(Refusal refusal) {
        refusal.holds();
    }

    static Stream<Refusal> json() {
        return Refusals.table(JSON);
    }

    @ParameterizedTest
    @MethodSource("json")
    void json_is_refused_in_the_same_words(Refusal refusal) {
        refusal.holds();
    }
}
