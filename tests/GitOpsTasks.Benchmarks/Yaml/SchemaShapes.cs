using System.Text;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Custom resource definitions: long, deep, and mostly descriptions.</summary>
internal static class SchemaShapes
{
    public static string CustomResource(Dice dice)
    {
        var text = new StringBuilder(
            $$"""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              annotations:
                controller-gen.kubebuilder.io/version: v0.{{dice.Number(4, 16)}}.0
              name: {{dice.Noun()}}s.example.com
            spec:
              group: example.com
              names: {kind: Example, listKind: ExampleList, plural: examples, singular: example}
              scope: Namespaced
              versions:
              - name: v1
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:

            """);
        var size = dice.Number(20_000, 60_000);
        for (var i = 0; text.Length < size; i++)
            Property(dice, text, 12, i, depth: 0);
        return text.Append("    served: true\n    storage: true\n").ToString();
    }

    private static void Property(Dice dice, StringBuilder text, int indent, int number, int depth)
    {
        var margin = new string(' ', indent);
        text.Append($"{margin}{dice.Noun()}{number}:\n");
        margin += "  ";
        text.Append(dice.Chance(60)
            ? $"{margin}description: {dice.Sentence()}\n{margin}  {dice.Sentence()}\n{margin}  and nothing else.\n"
            : $"{margin}description: |-\n{margin}  {dice.Sentence()}\n\n{margin}  {dice.Sentence()}: see the manual.\n");
        if (depth < 6 && dice.Chance(40))
        {
            text.Append($"{margin}type: object\n{margin}properties:\n");
            for (var i = dice.Number(1, 4); i > 0; i--)
                Property(dice, text, indent + 4, i, depth + 1);
            text.Append($"{margin}required:\n{margin}- {dice.Noun()}1\n");
        }
        else
        {
            text.Append(dice.Pick(
                $"{margin}type: string\n{margin}pattern: ^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$\n",
                $"{margin}type: integer\n{margin}format: int32\n{margin}minimum: 0\n",
                $"{margin}items:\n{margin}  type: string\n{margin}type: array\n",
                $"{margin}enum: [\"\", 'True', \"False\", Unknown]\n{margin}type: string\n"));
        }
    }
}
