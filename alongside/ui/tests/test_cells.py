from alongside.ui.components.cells import column_names, with_names

HEAD = (
    "<thead><tr><th scope='col'>Service</th><td></td><th colspan=\"2\">Asked <b>&amp;</b> told</th>"
    "<th>&quot;When&quot;</th></tr></thead>"
)


def test_columns_are_named_by_the_words_of_the_head():
    assert column_names(HEAD) == [
        "Service",
        "",
        "Asked &amp; told",
        "Asked &amp; told",
        "&quot;When&quot;",
    ]
    assert column_names("<tbody><tr><td>1</td></tr></tbody>") == []


def test_each_cell_below_the_head_learns_the_name_of_its_column():
    row = '<tbody><tr class="r"><th>Care</th><td>x</td><td class="n">3</td><td>4</td><td>5</td></tr></tbody>'
    named = with_names(HEAD + row, column_names(HEAD))

    assert named.startswith(HEAD)
    assert "<th>Care</th><td>x</td>" in named
    assert '<td data-label="Asked &amp; told" class="n">3</td>' in named
    assert '<td data-label="&quot;When&quot;">5</td>' in named


def test_a_cell_across_several_columns_has_no_name_and_the_next_keeps_its_own():
    row = '<tr><td colspan="4">None yet</td><td>today</td></tr>'
    assert with_names(HEAD + row, column_names(HEAD)).endswith(
        '<tr><td colspan="4">None yet</td><td data-label="&quot;When&quot;">today</td></tr>'
    )


def test_words_that_look_like_markup_stay_words():
    head = "<thead><tr><th>a</th><th>&lt;script&gt; \\1 &amp;amp;</th></tr></thead>"
    named = with_names(head + "<tr><td>1</td><td>2</td></tr>", column_names(head))
    assert '<td data-label="&lt;script&gt; \\1 &amp;amp;">2</td>' in named
