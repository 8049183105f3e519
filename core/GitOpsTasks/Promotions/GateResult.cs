namespace GitOpsTasks.Promotions;

/// <summary>What a gate says about a promotion.</summary>
/// <param name="Gate">Its name, such as <c>soak</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Detail">
/// One sentence for people. It is shown in the body of the pull request, which is rewritten when it changes: no clock time that
/// passes, but until when.
/// </param>
public sealed record GateResult(string Gate, GateState State, string Detail);
