package dev.sevenstep.stats;

/** Which of several candidates nobody beats. */
public final class ParetoFront {
    private ParetoFront() {
    }

    /**
     * Marks the candidates for which no other is at least as good in both respects and better in one. Equal candidates stay
     * together; a candidate with a NaN is never on the front.
     *
     * @param benefit more is better
     * @param cost less is better
     */
    public static boolean[] members(double[] benefit, double[] cost) {
        if (benefit.length != cost.length) {
            throw new IllegalArgumentException(benefit.length + " benefits, but " + cost.length + " costs");
        }
        boolean[] members = new boolean[benefit.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = !Double.isNaN(benefit[i]) && !Double.isNaN(cost[i]);
            for (int j = 0; j < members.length && members[i]; j++) {
                members[i] = !(benefit[j] >= benefit[i] && cost[j] <= cost[i]
                        && (benefit[j] > benefit[i] || cost[j] < cost[i]));
            }
        }
        return members;
    }
}
