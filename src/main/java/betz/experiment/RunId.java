// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;

/** Names a run by all that decides its outcome: settings, seed, input files, numerics. */
final class RunId {
    private static final int DIGITS = 16;

    private RunId() {}

    static String of(Request request) throws IOException {
        return of(request.bound().canonicalJson(), Inputs.of(request).text());
    }

    /** Names the run of what has these settings, in canonical JSON, and inputs. */
    static String of(String settings, String inputs) {
        return Digest.of(settings + inputs + Versions.NUMERICS).substring(0, DIGITS);
    }
}
