using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Flux's markers: a comment gives a scalar to an image policy.</summary>
public sealed class SettingMarkedScalars
{
    [Theory]
    [InlineData("a: web:v1 # {\"$imagepolicy\": \"ns:web\"}\n", "a: ghcr.io/acme/web:v2 # {\"$imagepolicy\": \"ns:web\"}\n")]
    [InlineData("a: v1   ## {\"$imagepolicy\":\"ns:web:tag\"}\n", "a: v2   ## {\"$imagepolicy\":\"ns:web:tag\"}\n")]
    [InlineData("a: '' # {\"$imagepolicy\": \"ns:web:name\"}\n", "a: 'ghcr.io/acme/web' # {\"$imagepolicy\": \"ns:web:name\"}\n")]
    [InlineData("- v1 # {\"$imagepolicy\": \"ns:web:tag\"}\n- v1\n", "- v2 # {\"$imagepolicy\": \"ns:web:tag\"}\n- v1\n")]
    [InlineData("a: 1.10 # {\"$imagepolicy\": \"ns:web:tag\", \"x\": \"y\"}\n", "a: v2 # {\"$imagepolicy\": \"ns:web:tag\", \"x\": \"y\"}\n")]
    [InlineData("# {\"$imagepolicy\": \"ns:web:tag\"}\na: v1\nb: v1\n", "# {\"$imagepolicy\": \"ns:web:tag\"}\na: v2\nb: v1\n")]
    [InlineData("x:\n  # {\"$imagepolicy\": \"ns:web:tag\"}\n  - v1\n", "x:\n  # {\"$imagepolicy\": \"ns:web:tag\"}\n  - v2\n")]
    [InlineData("{\n  a: v1, # {\"$imagepolicy\": \"ns:web:tag\"}\n  b: v1\n}\n", "{\n  a: v2, # {\"$imagepolicy\": \"ns:web:tag\"}\n  b: v1\n}\n")]
    [InlineData("apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  ref:\n    tag: v1 # {\"$imagepolicy\": \"ns:web:tag\"}\n", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  ref:\n    tag: v2 # {\"$imagepolicy\": \"ns:web:tag\"}\n")]
    [InlineData("a: v1 # {\"$imagepolicy\": \"ns:web:tag\"}\r\n---\r\nb: v1 # {\"$imagepolicy\": \"ns:web:tag\"}", "a: v2 # {\"$imagepolicy\": \"ns:web:tag\"}\r\n---\r\nb: v2 # {\"$imagepolicy\": \"ns:web:tag\"}")]
    public void Sets(string text, string expected)
    {
        var edit = ImageEdits.Set("a.yaml", text, "ns:web=ghcr.io/acme/web:v2");
        edit.MatchedSetters.Count.ShouldBe(1);
        edit.Text(text).ShouldBe(expected);
        ImageEdits.Set("a.yaml", expected, "ns:web=ghcr.io/acme/web:v2").Fields.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a: v1 # {\"$imagepolicy\": \"ns:webs:tag\"}\n")]
    [InlineData("a: v1 # {\"$imagepolicy\": \"other:web:tag\"}\n")]
    [InlineData("a: v1 # {\"$imagepolicy\": \"ns:web:size\"}\n")]
    [InlineData("a: v1 # see {\"$imagepolicy\": \"ns:web:tag\"}\n")]
    [InlineData("a: v1 # {\"$imagepolicy\": \"ns:web:tag\"} x\n")]
    [InlineData("a: v1 # {\"$imagepolicy\": \"ns:web:tag\", \"n\": 1}\n")]
    [InlineData("# {\"$imagepolicy\": \"ns:web:tag\"}\na: v1 # c\n")]
    [InlineData("# c\n# {\"$imagepolicy\": \"ns:web:tag\"}\na: v1\n")]
    [InlineData("# {\"$imagepolicy\": \"ns:web:tag\"}\n\na: v1\n")]
    [InlineData("a: # {\"$imagepolicy\": \"ns:web:tag\"}\n  b: v1\n")]
    [InlineData("a: |\n  b: v1 # {\"$imagepolicy\": \"ns:web:tag\"}\n")]
    [InlineData("a: {b: v1} # {\"$imagepolicy\": \"ns:web:tag\"}\n")]
    public void Leaves(string text)
    {
        var edit = ImageEdits.Set("a.yaml", text, "ns:web=ghcr.io/acme/web:v2");
        (edit.MatchedSetters.Count, edit.Change).ShouldBe((0, null));
    }

    [Fact]
    public void Writes_the_digest_that_was_given()
    {
        const string Text = "a: x # {\"$imagepolicy\": \"ns:web:digest\"}\nb: x # {\"$imagepolicy\": \"ns:web\"}\n";
        ImageEdits.Set("a.yaml", Text, "ns:web=web:v2@NEW").Text(Text).ShouldBe(ImageEdits.Digests(
            "a: NEW # {\"$imagepolicy\": \"ns:web:digest\"}\nb: web:v2@NEW # {\"$imagepolicy\": \"ns:web\"}\n"));
    }

    [Fact]
    public void Refuses_to_write_a_digest_that_is_not_known() =>
        Should.Throw<TaskFailedException>(() => ImageEdits.Set("a.yaml", "a: x # {\"$imagepolicy\": \"ns:web:digest\"}\n", "ns:web=web:v2"))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.DigestUnknown);

    [Theory]
    [InlineData("web=web:v2")]
    [InlineData("ns:web")]
    [InlineData("ns:web=web")]
    [InlineData("ns:web=web@NEW")]
    [InlineData("ns:web:tag=web:v2")]
    [InlineData("=web:v2")]
    public void Refuses_an_argument_of_another_form(string argument)
    {
        var failure = Should.Throw<TaskFailedException>(() => SetterUpdate.Parse(ImageEdits.Digests(argument)));
        (failure.ExitCode, failure.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, ImageCodes.SetterInvalid));
    }

    [Fact]
    public void Names_the_image_and_the_place()
    {
        var field = ImageEdits.Set("a.yaml", "a:\n  b: v1 # {\"$imagepolicy\": \"ns:web:tag\"}\n", "ns:web=web:v2").Fields.ShouldHaveSingleItem();
        (field.Place.ToString(), field.Subject, field.Field, field.Old, field.New).ShouldBe(("a.yaml:2:6", "web", "tag", "v1", "v2"));
    }
}
