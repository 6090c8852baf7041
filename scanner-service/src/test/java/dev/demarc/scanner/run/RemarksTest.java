package dev.demarc.scanner.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemarksTest {
    private final Remarks remarks = new Remarks();

    @Test
    void saysNothingWhereEveryListedItemIsSentUnderItsOwnName() {
        remarks.sent(1, "db-1", "arn:1", "one");
        remarks.sent(2, "db-2", "arn:2", "two");

        assertThat(remarks.text()).isNull();
    }

    @Test
    void countsItemsThatHaveNoNameByTheirReason() {
        remarks.leftOut("AWS gave it no id");
        remarks.leftOut("AWS gave it no id");
        remarks.leftOut("access denied");

        assertThat(remarks.text())
                .isEqualTo("2 listed items are not read: AWS gave it no id; 1 listed item is not read: access denied");
    }

    @Test
    void tellsHowManyItemsShareAnId() {
        remarks.sent(1, "db-1", "arn:1", "one");
        remarks.sent(1, "db-1", "arn:2", "two");
        remarks.sent(1, "db-1", "arn:3", "three");

        assertThat(remarks.text()).isEqualTo("3 listed items have the id 'db-1' and count as one, the last of them");
    }

    @Test
    void takesAResourceThatTwoPagesListForOne() {
        remarks.sent(1, "db-1", "arn:1", "one");
        remarks.sent(1, "db-1", "arn:1", "one");

        assertThat(remarks.text()).isNull();
    }

    @Test
    void staysASentenceHoweverManyIdsAreShared() {
        for (int id = 0; id < 1_000; id++) {
            remarks.sent(id, "db-" + id, "arn:1", "one");
            remarks.sent(id, "db-" + id, "arn:2", "two");
        }

        assertThat(remarks.text()).endsWith("so do those of 997 more ids").hasSizeLessThan(400);
    }
}
