namespace Schema.Tests.Catalogues;

public class ViewTextTests
{
    [Theory]
    [InlineData(" SELECT users.id,\n    users.email\n   FROM public.users\n  WHERE (users.email ~~ 'users.%'::text);")]
    [InlineData(" SELECT id,\n    email\n   FROM public.users\n  WHERE (email ~~ 'users.%'::text);")]
    public void The_only_relation_of_a_view_is_not_repeated_before_its_columns(string fromServer) =>
        Assert.Equal("SELECT id, email FROM public.users WHERE (email ~~ 'users.%'::text)", Import.ViewText.Normal(fromServer));

    [Theory]
    [InlineData(" SELECT a.x\n   FROM (public.a\n     JOIN public.b ON ((a.x = b.x)));", "SELECT a.x FROM (public.a JOIN public.b ON ((a.x = b.x)))")]
    [InlineData(" SELECT a.x\n   FROM public.a,\n    public.b;", "SELECT a.x FROM public.a, public.b")]
    [InlineData(" SELECT g.n\n   FROM generate_series(1, 3) g(n);", "SELECT n FROM generate_series(1, 3) g(n)")]
    [InlineData(" SELECT 1 AS one;", "SELECT 1 AS one")]
    public void Other_views_keep_what_tells_columns_apart(string fromServer, string text) =>
        Assert.Equal(text, Import.ViewText.Normal(fromServer));
}
