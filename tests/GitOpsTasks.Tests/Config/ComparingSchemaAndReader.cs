using System.Text;
using GitOpsTasks.Config;

namespace GitOpsTasks.Tests.Config;

public sealed class ComparingSchemaAndReader
{
    private static readonly string s_schema = RepositoryFiles.Read("schemas/gitops.schema.json");

    [Fact]
    public void They_know_the_same_keys_with_the_same_kinds_of_value() =>
        SchemaShape.OfReader(MappingReader.KeysOf(GitOpsConfigReader.Read)).ShouldBe(SchemaShape.OfSchema(s_schema));

    [Fact]
    public void They_know_the_same_keys_of_lint_in_a_file_of_its_own() =>
        SchemaShape.OfReader(MappingReader.KeysOf(LintConfigReader.Read)).ShouldBe(SchemaShape.OfSchema(RepositoryFiles.Read("schemas/gitops-lint.schema.json")));

    [Fact]
    public void The_schema_describes_every_key() =>
        SchemaShape.PropertiesWithoutDescription(s_schema).ShouldBeEmpty();

    [Fact]
    public void Every_example_of_the_documentation_is_accepted()
    {
        var examples = RepositoryFiles.YamlExamples("docs/configuration.md", "apiVersion: gitops-tasks/v1\n");
        examples.Count.ShouldBeGreaterThan(1);
        foreach (var example in examples)
            GitOpsConfigFile.Parse(Encoding.UTF8.GetBytes(example), "gitops.yaml").ShouldNotBeNull();
    }
}
