using GitOpsTasks.Contracts;

namespace GitOpsTasks.SampleHost;

/// <summary>The request of <see cref="EchoTask"/>.</summary>
internal sealed record EchoRequest(
    IReadOnlyList<string> Words, string Style, bool Loud, int Times, EchoEnding Ending, IReadOnlyList<string> Labels,
    string? Token)
{
    public static EchoRequest From(InputValues inputs) => new(
        inputs.Get(EchoInputs.Words),
        inputs.Get(EchoInputs.Style),
        inputs.Get(EchoInputs.Loud),
        inputs.Get(EchoInputs.Times),
        inputs.Get(EchoInputs.Ending),
        inputs.Get(EchoInputs.Label),
        inputs.Get(EchoInputs.Token));
}
